package io.eqlair.explain;

import io.eqlair.engine.matcher.EventMatcher;
import io.eqlair.eql.analysis.Condition;
import io.eqlair.event.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a condition, compiled by itself, so that every event can be asked it whatever the other parts say. */
sealed interface Question {

    /** The verdict of the event, and why. */
    Node ask(Event event);

    /** {@code and}, {@code or}, {@code not}. */
    record Connective(Node.Kind kind, Place place, EventMatcher matcher, boolean known, List<Question> operands)
            implements Question {

        public Connective {
            operands = List.copyOf(operands);
        }

        @Override
        public Node ask(Event event) {
            boolean verdict = matcher.matches(event);
            List<Node> children =
                    operands.stream().map(operand -> operand.ask(event)).toList();
            return new Node(kind, verdict, verdict ? null : reason(), null, place, List.of(), children);
        }

        private @Nullable Reason reason() {
            return known ? Reason.NEVER_TRUE : kind == Node.Kind.NOT ? Reason.NEGATED : null;
        }
    }

    /** {@code process where}. */
    record Category(Place place, EventMatcher matcher, FieldSlot field) implements Question {

        @Override
        public Node ask(Event event) {
            boolean verdict = matcher.matches(event);
            Reason reason = verdict ? null : Reason.NOT_THIS_CATEGORY;
            return new Node(
                    Node.Kind.CATEGORY, verdict, reason, null, place, List.of(Seen.of(field, event)), List.of());
        }
    }

    /** What is the same for every event. The fields are shown all the same: a slip in the text may have made it so. */
    record Constant(Place place, boolean verdict, List<FieldSlot> fields) implements Question {

        public Constant {
            fields = List.copyOf(fields);
        }

        @Override
        public Node ask(Event event) {
            List<Seen> values =
                    fields.stream().map(field -> Seen.of(field, event)).toList();
            Reason reason = verdict ? Reason.ALWAYS_TRUE : Reason.NEVER_TRUE;
            return new Node(Node.Kind.CONSTANT, verdict, reason, null, place, values, List.of());
        }
    }

    /**
     * A question about fields.
     *
     * @param condition what analysis made of it, which tells what sort of question it is
     * @param listsPatterns whether it asks for any of some patterns, networks or members
     * @param folded the same with case ignored; null where case plays no part
     */
    record Leaf(
            Place place,
            EventMatcher matcher,
            Condition condition,
            List<FieldSlot> fields,
            boolean listsPatterns,
            @Nullable FoldedLeaf folded)
            implements Question {

        public Leaf {
            fields = List.copyOf(fields);
        }

        @Override
        public Node ask(Event event) {
            int failuresBefore = event.failures();
            boolean verdict = matcher.matches(event);
            int failures = event.failures() - failuresBefore;
            List<Seen> values =
                    fields.stream().map(field -> Seen.of(field, event)).toList();
            Reason reason = verdict ? null : Reasons.why(this, event, failures);
            String hint = reason == Reason.CASE_DIFFERS && folded != null ? folded.hint(event) : null;
            return new Node(Node.Kind.LEAF, verdict, reason, hint, place, values, List.of());
        }
    }
}
