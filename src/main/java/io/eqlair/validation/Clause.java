package io.eqlair.validation;

import io.eqlair.eql.analysis.Condition;
import io.eqlair.eql.analysis.Conditions;
import io.eqlair.eql.ast.Expression;
import io.eqlair.validation.truth.Decision;
import io.eqlair.validation.truth.Outcome;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A part of a condition as it was written, and what it means by itself.
 *
 * @param parts what is joined by {@code and} or {@code or}, or negated; empty for anything else
 * @param decision shared by all parts
 */
record Clause(Expression expression, Condition condition, List<Clause> parts, Decision decision) {

    /** Of more parts, the two that exclude each other are not looked for. */
    private static final int MOST_PAIRED = 40;

    /** A clause for a condition; the function gives the meaning of what is neither {@code and} nor {@code or} nor {@code not}. */
    static Clause of(Expression expression, Function<Expression, Condition> meaning, Decision decision) {
        List<Clause> parts = parts(expression).stream()
                .map(part -> of(part, meaning, decision))
                .toList();
        List<Condition> conditions = parts.stream().map(Clause::condition).toList();
        Condition condition = switch (expression) {
            case Expression.And and -> Conditions.all(conditions);
            case Expression.Or or -> Conditions.any(conditions);
            case Expression.Not not -> Conditions.not(conditions.getFirst());
            default -> meaning.apply(expression);
        };
        return new Clause(expression, condition, parts, decision);
    }

    private static List<Expression> parts(Expression expression) {
        return switch (expression) {
            case Expression.And and -> and.operands();
            case Expression.Or or -> or.operands();
            case Expression.Not not -> List.of(not.operand());
            default -> List.of();
        };
    }

    Outcome outcome() {
        return decision.of(condition);
    }

    /**
     * The smallest part to blame for an outcome, {@code ALWAYS} or {@code NEVER}: the clause itself, a part that has the outcome alone, or two parts that
     * have it together.
     */
    List<Clause> reason(Outcome outcome) {
        boolean decides =
                outcome == Outcome.NEVER ? expression instanceof Expression.And : expression instanceof Expression.Or;
        if (!decides) {
            return List.of(this);
        }
        return parts.stream()
                .filter(part -> part.outcome() == outcome)
                .findFirst()
                .map(part -> part.reason(outcome))
                .orElseGet(() -> pair(outcome));
    }

    private List<Clause> pair(Outcome outcome) {
        int count = Math.min(parts.size(), MOST_PAIRED);
        return IntStream.range(0, count)
                .boxed()
                .flatMap(i -> IntStream.range(i + 1, count).mapToObj(j -> List.of(parts.get(i), parts.get(j))))
                .filter(pair -> together(pair) == outcome)
                .findFirst()
                .orElse(List.of(this));
    }

    private Outcome together(List<Clause> pair) {
        List<Condition> conditions = pair.stream().map(Clause::condition).toList();
        return decision.of(
                expression instanceof Expression.And ? Conditions.all(conditions) : Conditions.any(conditions));
    }
}
