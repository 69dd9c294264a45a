package io.eqlair.validation;

import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.function.EditDistance;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleProblem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Values that are a slip away from one that the schema has for the field: {@code event.type == "strat"}, {@code host.os.type ==
 * "Linux"}, where case matters. Values that are like none are left alone, as sources have some of their own.
 */
final class ValueCheck implements QueryCheck {

    private static final Map<String, Set<String>> VALUES = Map.of(
            "event.kind",
            Set.of("alert", "asset", "enrichment", "event", "metric", "pipeline_error", "signal", "state"),
            "event.type",
            Set.of(
                    "access",
                    "admin",
                    "allowed",
                    "change",
                    "connection",
                    "creation",
                    "deletion",
                    "denied",
                    "device",
                    "end",
                    "error",
                    "group",
                    "indicator",
                    "info",
                    "installation",
                    "protocol",
                    "start",
                    "user"),
            "event.outcome",
            Set.of("failure", "success", "unknown"),
            "host.os.type",
            Set.of("android", "ios", "linux", "macos", "unix", "windows"));

    private static final int SHORT = 5;

    @Override
    public List<RuleProblem> warnings(QueryText query) {
        return query.expressions()
                .flatMap(ValueCheck::comparisons)
                .flatMap(comparison -> warning(comparison, query))
                .toList();
    }

    /** A field and a text that it is compared with. */
    private record Compared(String field, Expression text, boolean ignoreCase) {}

    private static Stream<Compared> comparisons(Expression expression) {
        return switch (expression) {
            case Expression.Comparison comparison
            when comparison.relation().isEquality() ->
                Stream.concat(
                        compared(comparison.left(), List.of(comparison.right()), false),
                        compared(comparison.right(), List.of(comparison.left()), false));
            case Expression.Membership membership ->
                compared(membership.operand(), membership.members(), membership.ignoreCase());
            case Expression.PatternMatch match -> compared(match.operand(), match.patterns(), match.ignoreCase());
            default -> Stream.of();
        };
    }

    private static Stream<Compared> compared(Expression side, List<? extends Expression> others, boolean ignoreCase) {
        return side instanceof Expression.Field field && VALUES.containsKey(field.name())
                ? others.stream().map(other -> new Compared(field.name(), other, ignoreCase))
                : Stream.of();
    }

    private static Stream<RuleProblem> warning(Compared compared, QueryText query) {
        Set<String> known = VALUES.getOrDefault(compared.field(), Set.of());
        return compared.text() instanceof Expression.Literal literal
                        && literal.value() instanceof String text
                        && !known.contains(text)
                ? known.stream()
                        .filter(one -> isNear(one, text, compared.ignoreCase()))
                        .sorted()
                        .limit(1)
                        .map(one -> query.warning(
                                Problem.RULE_VALUE_MISSPELT,
                                literal.span(),
                                text,
                                compared.field(),
                                EcsFields.VERSION,
                                one))
                : Stream.of();
    }

    /** Where only case differs, the distance is none. */
    private static boolean isNear(String known, String text, boolean ignoreCase) {
        int distance = EditDistance.between(known, text);
        return distance <= (known.length() < SHORT ? 1 : 2) && !(ignoreCase && distance == 0);
    }
}
