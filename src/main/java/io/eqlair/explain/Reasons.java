package io.eqlair.explain;

import io.eqlair.eql.analysis.Condition;
import io.eqlair.eql.analysis.Predicate;
import io.eqlair.eql.pattern.IpAddress;
import io.eqlair.eql.value.Timestamps;
import io.eqlair.eql.value.Values;
import io.eqlair.eql.value.Versions;
import io.eqlair.event.Event;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a leaf does not hold: the first reason that applies, from what stands in the way of any answer (no value) to what is a
 * plain no (another value).
 */
final class Reasons {

    /** More than a matcher tries. */
    private static final long MOST_COMBINATIONS = 1_000_000;

    private Reasons() {}

    /**
     * The reason for a leaf that was asked in vain.
     *
     * @param failures how many operations could not be carried out meanwhile
     */
    static Reason why(Question.Leaf leaf, Event event, int failures) {
        if (leaf.condition() instanceof Condition.Not(Condition denied)) {
            return whyDenied(leaf, denied, event);
        }
        if (leaf.condition() instanceof Condition.Test(Predicate.NullTest nullTest, var span)) {
            return Reason.VALUE;
        }
        if (isAbsent(leaf, event)) {
            return Reason.ABSENT;
        }
        if (leaf.folded() != null && leaf.folded().matches(event)) {
            return Reason.CASE_DIFFERS;
        }
        if (isOfOtherType(leaf, event, failures)) {
            return Reason.TYPE;
        }
        return leaf.listsPatterns() ? Reason.PATTERN : Reason.VALUE;
    }

    /** {@code f == null} denies that there is a value, and {@code f != null} of an expression that there is none. */
    private static Reason whyDenied(Question.Leaf leaf, Condition denied, Event event) {
        return switch (denied) {
            case Condition.Test(Predicate.Exists exists, var span) -> Reason.VALUE;
            case Condition.Test(Predicate.NullTest nullTest, var span) ->
                isAbsent(leaf, event) ? Reason.ABSENT : Reason.VALUE;
            case Condition.Test test -> Reason.NEGATED;
            case Condition.All all -> Reason.NEGATED;
            case Condition.Any any -> Reason.NEGATED;
            case Condition.Not not -> Reason.NEGATED;
            case Condition.Known known -> Reason.NEGATED;
        };
    }

    private static boolean isAbsent(Question.Leaf leaf, Event event) {
        return leaf.fields().stream().anyMatch(field -> field.isAbsent(event));
    }

    private static boolean isOfOtherType(Question.Leaf leaf, Event event, int failures) {
        List<Predicate> predicates = predicates(leaf.condition()).toList();
        return !predicates.isEmpty()
                && predicates.stream().allMatch(predicate -> switch (predicate) {
                    case Predicate.OfField ofField ->
                        leaf.fields().stream()
                                .filter(field -> field.name().equals(ofField.field()))
                                .flatMap(field -> field.values(event).stream())
                                .noneMatch(value -> fits(ofField, value));
                    case Predicate.Computed computed -> isNotComputed(leaf, event, failures);
                    case Predicate.NullTest nullTest -> false;
                });
    }

    /** The leaves that analysis made of one: more than one where times are listed, or conditions compared. */
    static Stream<Predicate> predicates(Condition condition) {
        return switch (condition) {
            case Condition.Known known -> Stream.empty();
            case Condition.All all -> all.operands().stream().flatMap(Reasons::predicates);
            case Condition.Any any -> any.operands().stream().flatMap(Reasons::predicates);
            case Condition.Not not -> predicates(not.operand());
            case Condition.Test test -> Stream.of(test.predicate());
        };
    }

    /** No combination of values could be computed. Numbers are of the right type: they divide by zero, or overflow. */
    private static boolean isNotComputed(Question.Leaf leaf, Event event, int failures) {
        long combinations = 1;
        boolean onlyNumbers = true;
        for (FieldSlot field : leaf.fields()) {
            combinations = Math.min(MOST_COMBINATIONS, combinations * Math.max(1, event.count(field.slot())));
            onlyNumbers &= field.values(event).stream().allMatch(Number.class::isInstance);
        }
        return failures >= combinations && !onlyNumbers;
    }

    /** Whether a value is of a type that the predicate can hold for. */
    private static boolean fits(Predicate.OfField predicate, Object value) {
        return switch (predicate) {
            case Predicate.Exists exists -> true;
            case Predicate.OneOf oneOf -> oneOf.values().stream().anyMatch(constant -> comparable(constant, value));
            case Predicate.Like like -> value instanceof String;
            case Predicate.Regex regex -> value instanceof String;
            case Predicate.Ordered(var field, var relation, Object bound) ->
                (bound instanceof String text && Versions.isVersion(text))
                        || Values.compareConverted(value, bound) != null;
            case Predicate.AtTime time -> Timestamps.of(value).isPresent();
            case Predicate.InNetwork network -> value instanceof String text && IpAddress.parse(text) != null;
        };
    }

    /** Whether they could be equal: two of a kind, or one of them the text of the other's kind. */
    private static boolean comparable(Object constant, Object value) {
        return constant.getClass() == value.getClass()
                || Values.compareConverted(constant, value) != null
                || (isTruth(constant) && isTruth(value));
    }

    private static boolean isTruth(Object value) {
        return value instanceof Boolean || value.equals("true") || value.equals("false");
    }
}
