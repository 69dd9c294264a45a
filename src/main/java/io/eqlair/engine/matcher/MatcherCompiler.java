package io.eqlair.engine.matcher;

import io.eqlair.eql.analysis.Condition;
import io.eqlair.eql.analysis.Filter;
import io.eqlair.eql.analysis.Operand;
import io.eqlair.eql.analysis.Predicate;
import io.eqlair.eql.function.Meaning;
import io.eqlair.eql.source.Span;
import io.eqlair.eql.value.EvaluationError;
import io.eqlair.event.Event;
import io.eqlair.event.FieldTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles conditions for events of one field table. */
public final class MatcherCompiler {

    private static final Span NOWHERE = new Span(0, 0);

    private final FieldTable table;

    public MatcherCompiler(FieldTable table) {
        this.table = table;
    }

    /**
     * A matcher for category and condition.
     *
     * @param categoryField the field that the category is compared with
     */
    public EventMatcher compile(Filter filter, String categoryField) {
        EventMatcher condition = compile(filter.condition());
        if (filter.category() == null) {
            return condition;
        }
        ValueTest isCategory = filter.category()::equals;
        EventMatcher category = new Matchers.OfField(table.slot(categoryField), isCategory, categoryField, NOWHERE);
        return new CategoryMatcher(category, condition);
    }

    /** The same, but compiled only when the first question comes; for questions that few events are asked. */
    public EventMatcher deferred(Filter filter, String categoryField) {
        return new DeferredMatcher(() -> compile(filter, categoryField));
    }

    /** A matcher for a predicate by itself. */
    public EventMatcher compile(Predicate predicate) {
        return compile(predicate, NOWHERE);
    }

    /** A matcher for what any value of a field must pass. */
    public EventMatcher compile(String field, ValueTest test) {
        return new Matchers.OfField(table.slot(field), test, field, NOWHERE);
    }

    /** All of them match. */
    public static EventMatcher all(List<EventMatcher> matchers) {
        return new Matchers.All(List.copyOf(matchers));
    }

    /** At least one of them matches. */
    public static EventMatcher any(List<EventMatcher> matchers) {
        return new Matchers.Any(List.copyOf(matchers));
    }

    /** It does not match. */
    public static EventMatcher not(EventMatcher matcher) {
        return new Matchers.Not(matcher);
    }

    private EventMatcher compile(Condition condition) {
        return switch (condition) {
            case Condition.Known known -> new Matchers.Known(Boolean.TRUE.equals(known.value()));
            case Condition.All all ->
                new Matchers.All(all.operands().stream().map(this::compile).toList());
            case Condition.Any any ->
                new Matchers.Any(any.operands().stream().map(this::compile).toList());
            case Condition.Not not -> new Matchers.Not(compile(not.operand()));
            case Condition.Test test -> compile(test.predicate(), test.span());
        };
    }

    private EventMatcher compile(Predicate predicate, Span clause) {
        return switch (predicate) {
            case Predicate.OfField ofField ->
                new Matchers.OfField(table.slot(ofField.field()), ValueTests.of(ofField), ofField.field(), clause);
            case Predicate.Computed computed ->
                new Matchers.OfRow(rowTest(computed.operand(), computed.fields(), false), clause);
            case Predicate.NullTest nullTest ->
                new Matchers.OfRow(rowTest(nullTest.operand(), nullTest.fields(), true), clause);
        };
    }

    private RowTest rowTest(Operand operand, List<String> fields, boolean wantsNull) {
        int[] slots = fields.stream().mapToInt(table::slot).toArray();
        return new RowTest(expression(operand, fields), fields, slots, wantsNull);
    }

    private static RowExpression expression(Operand operand, List<String> fields) {
        return switch (operand) {
            case Operand.Constant constant -> {
                Object value = constant.value();
                yield row -> value;
            }
            case Operand.FieldValue(String field) -> {
                int position = fields.indexOf(field);
                yield row -> row.value(position);
            }
            case Operand.Apply apply -> {
                RowExpression[] arguments = apply.arguments().stream()
                        .map(argument -> expression(argument, fields))
                        .toArray(RowExpression[]::new);
                Meaning meaning = apply.operation().meaning();
                yield row -> apply(meaning, arguments, row);
            }
        };
    }

    /** What cannot be computed is null, and is counted: one event with an odd value must not stop a rule. */
    private static @Nullable Object apply(Meaning meaning, RowExpression[] arguments, Row row) {
        @Nullable Object[] values = new @Nullable Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            values[i] = arguments[i].value(row);
        }
        try {
            return meaning.apply(values);
        } catch (EvaluationError error) {
            row.event().countFailure();
            return null;
        }
    }

    /** The category first: it is the cheapest question, and no evidence, since every event of the rule has it. */
    private record CategoryMatcher(EventMatcher category, EventMatcher condition) implements EventMatcher {

        @Override
        public boolean matches(Event event) {
            return category.matches(event) && condition.matches(event);
        }

        @Override
        public List<Evidence> evidence(Event event) {
            return condition.evidence(event);
        }
    }
}
