package io.eqlair.validation;

import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.ast.Relation;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleProblem;
import java.util.List;
import java.util.stream.Stream;

/** Stars in texts that are compared as they are: {@code process.name == "nc*"}, and the same with {@code in}. */
final class LiteralWildcardCheck implements QueryCheck {

    @Override
    public List<RuleProblem> warnings(QueryText query) {
        return query.expressions()
                .flatMap(expression -> warning(expression, query))
                .toList();
    }

    private static Stream<RuleProblem> warning(Expression expression, QueryText query) {
        return switch (expression) {
            case Expression.Comparison comparison
            when comparison.relation().isEquality() -> comparison(comparison, query);
            case Expression.Membership membership -> membership(membership, query);
            default -> Stream.of();
        };
    }

    private static Stream<RuleProblem> comparison(Expression.Comparison comparison, QueryText query) {
        return Stream.of(comparison.left(), comparison.right())
                .filter(LiteralWildcardCheck::hasStar)
                .limit(1)
                .map(text -> warning(
                        comparison.relation().symbol(),
                        text,
                        negation(comparison.relation() == Relation.NOT_EQUAL) + query.excerpt(other(comparison, text)),
                        query));
    }

    private static Expression other(Expression.Comparison comparison, Expression text) {
        return comparison.left().equals(text) ? comparison.right() : comparison.left();
    }

    private static Stream<RuleProblem> membership(Expression.Membership membership, QueryText query) {
        return membership.members().stream()
                .filter(LiteralWildcardCheck::hasStar)
                .limit(1)
                .map(text -> warning(
                        membership.ignoreCase() ? "in~" : "in",
                        text,
                        negation(membership.negated()) + query.excerpt(membership.operand()),
                        query));
    }

    private static String negation(boolean negated) {
        return negated ? "not " : "";
    }

    private static RuleProblem warning(String operator, Expression text, String operand, QueryText query) {
        return query.warning(Problem.RULE_WILDCARD_LITERAL, text.span(), operator, query.excerpt(text), operand);
    }

    private static boolean hasStar(Expression expression) {
        return expression instanceof Expression.Literal literal
                && literal.value() instanceof String text
                && text.indexOf('*') >= 0;
    }
}
