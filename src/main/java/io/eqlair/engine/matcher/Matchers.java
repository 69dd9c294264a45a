package io.eqlair.engine.matcher;

import io.eqlair.eql.source.Span;
import io.eqlair.eql.value.EvaluationError;
import io.eqlair.event.Event;
import java.util.ArrayList;
import java.util.List;

/** The forms a compiled condition is made of. */
final class Matchers {

    private Matchers() {}

    record Known(boolean value) implements EventMatcher {

        @Override
        public boolean matches(Event event) {
            return value;
        }
    }

    record All(List<EventMatcher> operands) implements EventMatcher {

        @Override
        public boolean matches(Event event) {
            for (EventMatcher operand : operands) {
                if (!operand.matches(event)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public List<Evidence> evidence(Event event) {
            return operands.stream()
                    .flatMap(operand -> operand.evidence(event).stream())
                    .toList();
        }
    }

    record Any(List<EventMatcher> operands) implements EventMatcher {

        @Override
        public boolean matches(Event event) {
            for (EventMatcher operand : operands) {
                if (operand.matches(event)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public List<Evidence> evidence(Event event) {
            return operands.stream()
                    .filter(operand -> operand.matches(event))
                    .flatMap(operand -> operand.evidence(event).stream())
                    .toList();
        }
    }

    /** What does not hold leaves no evidence. */
    record Not(EventMatcher operand) implements EventMatcher {

        @Override
        public boolean matches(Event event) {
            return !operand.matches(event);
        }
    }

    /** Any value of one field. */
    record OfField(int slot, ValueTest test, String field, Span clause) implements EventMatcher {

        @Override
        public boolean matches(Event event) {
            int count = event.count(slot);
            for (int i = 0; i < count; i++) {
                if (accepts(event, event.value(slot, i))) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public List<Evidence> evidence(Event event) {
            for (int i = 0; i < event.count(slot); i++) {
                Object value = event.value(slot, i);
                if (accepts(event, value)) {
                    return List.of(new Evidence(field, value, clause));
                }
            }
            return List.of();
        }

        private boolean accepts(Event event, Object value) {
            try {
                return test.accepts(value);
            } catch (EvaluationError error) {
                event.countFailure();
                return false;
            }
        }
    }

    /** Any combination of the values of several fields. */
    record OfRow(RowTest test, Span clause) implements EventMatcher {

        @Override
        public boolean matches(Event event) {
            return test.satisfyingRow(event) != null;
        }

        @Override
        public List<Evidence> evidence(Event event) {
            Row row = test.satisfyingRow(event);
            List<Evidence> evidence = new ArrayList<>();
            for (int i = 0; row != null && i < test.fields().size(); i++) {
                Object value = row.value(i);
                if (value != null) {
                    evidence.add(new Evidence(test.fields().get(i), value, clause));
                }
            }
            return evidence;
        }
    }
}
