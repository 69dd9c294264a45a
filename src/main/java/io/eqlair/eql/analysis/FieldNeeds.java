package io.eqlair.eql.analysis;

import io.eqlair.eql.value.EvaluationError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a query reads, told apart by whether it can match where a field has no value.
 *
 * <p>{@code process where a == 1 and (b == 2 or c == 3) and not d == 4} needs {@code event.category} and {@code a}; it can do
 * without {@code b}, {@code c} or {@code d}, if not without both {@code b} and {@code c}. What is called needed is sure; a
 * computation over several fields is not looked into, and so needs none of them.
 *
 * @param needed without any of these no event matches; of a sequence, some item does not
 * @param optional the others
 */
public record FieldNeeds(Set<String> needed, Set<String> optional) {

    public FieldNeeds {
        needed = sorted(needed);
        optional = sorted(optional);
    }

    /**
     * What a query needs.
     *
     * @param categoryField the field that holds the event category
     */
    public static FieldNeeds of(AnalyzedQuery query, String categoryField) {
        Set<String> needed = switch (query) {
            case AnalyzedQuery.Events events -> needed(events.filter(), categoryField);
            case AnalyzedQuery.Sequence sequence -> needed(sequence.stages(), categoryField);
            case AnalyzedQuery.Sample sample -> needed(sample.stages(), categoryField);
        };
        Set<String> optional = new TreeSet<>(query.fields());
        optional.removeAll(needed);
        return new FieldNeeds(needed, optional);
    }

    private static Set<String> needed(List<Stage> stages, String categoryField) {
        Set<String> needed = new TreeSet<>();
        for (Stage stage : stages) {
            if (!stage.missing()) {
                needed.addAll(needed(stage.filter(), categoryField));
                stage.keys().stream()
                        .filter(key -> !key.optional())
                        .map(KeyField::field)
                        .forEach(needed::add);
            }
        }
        return needed;
    }

    private static Set<String> needed(Filter filter, String categoryField) {
        Set<String> needed = new TreeSet<>(toHold(filter.condition()));
        if (filter.category() != null) {
            needed.add(categoryField);
        }
        return needed;
    }

    /** Without any of these the condition is false. */
    private static Set<String> toHold(Condition condition) {
        return switch (condition) {
            case Condition.Known known -> Set.of();
            case Condition.All all -> union(all.operands(), FieldNeeds::toHold);
            case Condition.Any any -> intersection(any.operands(), FieldNeeds::toHold);
            case Condition.Not not -> toFail(not.operand());
            case Condition.Test test -> toHold(test.predicate());
        };
    }

    /** Without any of these the condition is true. */
    private static Set<String> toFail(Condition condition) {
        return switch (condition) {
            case Condition.Known known -> Set.of();
            case Condition.All all -> intersection(all.operands(), FieldNeeds::toFail);
            case Condition.Any any -> union(any.operands(), FieldNeeds::toFail);
            case Condition.Not not -> toHold(not.operand());
            case Condition.Test test -> toFail(test.predicate());
        };
    }

    private static Set<String> toHold(Predicate predicate) {
        return switch (predicate) {
            case Predicate.OfField ofField -> Set.of(ofField.field());
            case Predicate.Computed computed ->
                onlyField(computed, !Boolean.TRUE.equals(withoutValues(computed.operand())));
            case Predicate.NullTest test -> onlyField(test, withoutValues(test.operand()) != null);
        };
    }

    private static Set<String> toFail(Predicate predicate) {
        return switch (predicate) {
            case Predicate.OfField ofField -> Set.of();
            case Predicate.Computed computed ->
                onlyField(computed, Boolean.TRUE.equals(withoutValues(computed.operand())));
            case Predicate.NullTest test -> onlyField(test, withoutValues(test.operand()) == null);
        };
    }

    private static Set<String> onlyField(Predicate predicate, boolean isNeeded) {
        return isNeeded && predicate.fields().size() == 1 ? Set.copyOf(predicate.fields()) : Set.of();
    }

    /** What comes out where no field has a value. */
    private static @Nullable Object withoutValues(Operand operand) {
        return switch (operand) {
            case Operand.Constant constant -> constant.value();
            case Operand.FieldValue field -> null;
            case Operand.Apply apply -> applied(apply);
        };
    }

    private static @Nullable Object applied(Operand.Apply apply) {
        @Nullable
        Object[] arguments =
                apply.arguments().stream().map(FieldNeeds::withoutValues).toArray();
        try {
            return apply.operation().meaning().apply(arguments);
        } catch (EvaluationError cannotBe) {
            return null;
        }
    }

    private static Set<String> union(List<Condition> operands, Function<Condition, Set<String>> needs) {
        return operands.stream().map(needs).flatMap(Collection::stream).collect(Collectors.toSet());
    }

    private static Set<String> intersection(List<Condition> operands, Function<Condition, Set<String>> needs) {
        List<Set<String>> all = new ArrayList<>(operands.stream().map(needs).toList());
        Set<String> common = new TreeSet<>(all.removeFirst());
        all.forEach(common::retainAll);
        return common;
    }

    private static Set<String> sorted(Set<String> fields) {
        return Collections.unmodifiableSet(new TreeSet<>(fields));
    }
}
