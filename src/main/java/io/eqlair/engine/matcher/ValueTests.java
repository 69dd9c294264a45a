package io.eqlair.engine.matcher;

import io.eqlair.eql.analysis.Predicate;
import io.eqlair.eql.ast.Relation;
import io.eqlair.eql.pattern.IpAddress;
import io.eqlair.eql.pattern.IpNetwork;
import io.eqlair.eql.pattern.Regex;
import io.eqlair.eql.pattern.TextPattern;
import io.eqlair.eql.pattern.Wildcard;
import io.eqlair.eql.value.EvaluationError;
import io.eqlair.eql.value.Timestamps;
import io.eqlair.eql.value.Values;
import io.eqlair.eql.value.Versions;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Compiles predicates about one field into tests of one value. */
public final class ValueTests {

    private ValueTests() {}

    /** A test for what the predicate says. */
    public static ValueTest of(Predicate.OfField predicate) {
        return switch (predicate) {
            case Predicate.Exists exists -> value -> true;
            case Predicate.OneOf oneOf -> oneOf(oneOf);
            case Predicate.Like like -> text(Wildcard.anyOf(like.patterns(), like.ignoreCase()));
            case Predicate.Regex regex -> text(Regex.lucene(regex.patterns(), regex.ignoreCase()));
            case Predicate.Ordered ordered -> ordered(ordered.relation(), ordered.bound());
            case Predicate.AtTime time -> atTime(time.relation(), time.bound());
            case Predicate.InNetwork network -> inNetwork(network.blocks());
        };
    }

    /** Equal as text, which covers strings and unlike types, or equal as numbers, since {@code 1.0} is {@code 1}. */
    private static ValueTest oneOf(Predicate.OneOf oneOf) {
        UnaryOperator<String> fold = oneOf.ignoreCase() ? Values::fold : UnaryOperator.identity();
        Set<String> texts = oneOf.values().stream()
                .map(value -> fold.apply(String.valueOf(Values.text(value))))
                .collect(Collectors.toUnmodifiableSet());
        List<Object> numbers =
                oneOf.values().stream().filter(Number.class::isInstance).toList();
        return value -> texts.contains(fold.apply(String.valueOf(Values.text(value)))) || isOneOf(value, numbers);
    }

    private static boolean isOneOf(Object value, List<Object> numbers) {
        return value instanceof Number
                && numbers.stream().anyMatch(number -> Boolean.TRUE.equals(Values.equal(value, number)));
    }

    private static ValueTest text(TextPattern pattern) {
        return value -> pattern.matches(String.valueOf(Values.text(value)));
    }

    private static ValueTest ordered(Relation relation, Object bound) {
        if (bound instanceof String version && Versions.isVersion(version)) {
            return value -> relation.holds(Versions.compare(String.valueOf(Values.text(value)), version));
        }
        return value -> {
            Integer comparison = Values.compareConverted(value, bound);
            return comparison != null && relation.holds(comparison);
        };
    }

    private static ValueTest atTime(Relation relation, long bound) {
        return value -> {
            OptionalLong time = Timestamps.of(value);
            return time.isPresent() && relation.holds(Long.compare(time.getAsLong(), bound));
        };
    }

    private static ValueTest inNetwork(List<String> blocks) {
        List<IpNetwork> networks = blocks.stream()
                .map(IpNetwork::parse)
                .map(Objects::requireNonNull)
                .toList();
        return value -> {
            IpAddress address = value instanceof String text ? IpAddress.parse(text) : null;
            if (address == null) {
                throw new EvaluationError("text is not an IP address");
            }
            return networks.stream().anyMatch(network -> network.contains(address));
        };
    }
}
