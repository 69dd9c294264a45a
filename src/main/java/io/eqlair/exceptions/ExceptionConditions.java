package io.eqlair.exceptions;

import io.eqlair.engine.ExemptCondition;
import io.eqlair.engine.matcher.ValueTest;
import io.eqlair.eql.analysis.Condition;
import io.eqlair.eql.analysis.Predicate;
import io.eqlair.eql.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes conditions of entries. Of each operator the positive twin is asked as the language asks it: case counts, and one value
 * that fits is enough. The other twin is its plain negation, which the language's own {@code !=} is not: that is false where a
 * field is absent.
 *
 * <pre>
 * user.name is_not "ann"      Not(Holds(OneOf(user.name, ["ann"])))      true without user.name
 * </pre>
 */
final class ExceptionConditions {

    private static final Span NOWHERE = new Span(0, 0);
    private static final String OS_TYPE = "host.os.type";

    private final Map<String, ValueTest> lists;

    /** Conditions that may name these value lists. */
    ExceptionConditions(Map<String, ValueTest> lists) {
        this.lists = lists;
    }

    /** What an exception asks of an event. */
    ExemptCondition of(ExceptionTerms terms) {
        List<ExemptCondition> all = new ArrayList<>();
        if (!terms.osTypes().isEmpty()) {
            all.add(holds(new Predicate.OneOf(OS_TYPE, List.copyOf(terms.osTypes()), false)));
        }
        all.addAll(of(terms.entries()));
        return all.size() == 1 ? all.getFirst() : new ExemptCondition.All(all);
    }

    private List<ExemptCondition> of(List<Entry> entries) {
        return entries.stream().map(this::of).toList();
    }

    private ExemptCondition of(Entry entry) {
        return switch (entry) {
            case Entry.All(List<Entry> operands) -> new ExemptCondition.All(of(operands));
            case Entry.Any(List<Entry> operands) -> new ExemptCondition.Any(of(operands));
            case Entry.Not(Entry operand) -> new ExemptCondition.Not(of(operand));
            case Entry.OfField leaf ->
                leaf.operator().isNegated() ? new ExemptCondition.Not(positive(leaf)) : positive(leaf);
        };
    }

    private ExemptCondition positive(Entry.OfField leaf) {
        String field = leaf.field();
        return switch (leaf.operator().takes()) {
            case NOTHING -> holds(new Predicate.Exists(field));
            case ONE, SEVERAL -> holds(new Predicate.OneOf(field, alsoAsNumbers(leaf.values()), false));
            case PATTERNS -> holds(new Predicate.Like(field, texts(leaf), false));
            case NETWORKS -> new ExemptCondition.Passes(field, networks(texts(leaf)));
            case LIST -> new ExemptCondition.Passes(field, list(texts(leaf).getFirst()));
        };
    }

    private static ExemptCondition holds(Predicate predicate) {
        return new ExemptCondition.Holds(new Condition.Test(predicate, NOWHERE));
    }

    private static List<String> texts(Entry.OfField leaf) {
        return leaf.values().stream().map(String::valueOf).toList();
    }

    private ValueTest list(String id) {
        return Objects.requireNonNull(lists.get(id), id);
    }

    static ValueTest networks(List<String> texts) {
        return AddressRanges.of(texts.stream()
                .map(AddressRange::parse)
                .map(Objects::requireNonNull)
                .toList());
    }

    /**
     * Kibana writes all values as strings, whatever the field is. A string that is the text of a number stands for the number,
     * too, so that {@code "4444"} is 4444.0.
     */
    private static List<Object> alsoAsNumbers(List<Object> values) {
        List<Object> all = new ArrayList<>();
        for (Object value : values) {
            all.add(value);
            Object number = value instanceof String text ? number(text) : null;
            if (number != null) {
                all.add(number);
            }
        }
        return all;
    }

    private static @Nullable Object number(String text) {
        try {
            Object number = text.indexOf('.') < 0 ? (Object) Long.valueOf(text) : Double.valueOf(text);
            return number.toString().equals(text) ? number : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }
}
