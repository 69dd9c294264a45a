package io.eqlair.validation;

import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.ast.PatternKind;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleProblem;
import java.util.List;
import java.util.stream.Stream;

/**
 * Regular expressions on a field that begin with {@code ^} or end with {@code $}, which are ordinary characters in their
 * dialect. On a computed value the dialect is another, and has anchors.
 */
final class AnchorCheck implements QueryCheck {

    @Override
    public List<RuleProblem> warnings(QueryText query) {
        return query.expressions()
                .filter(Expression.PatternMatch.class::isInstance)
                .map(Expression.PatternMatch.class::cast)
                .filter(match -> match.kind() == PatternKind.REGEX && match.operand() instanceof Expression.Field)
                .flatMap(match -> match.patterns().stream())
                .flatMap(literal -> warning(literal, query))
                .toList();
    }

    private static Stream<RuleProblem> warning(Expression.Literal literal, QueryText query) {
        String pattern = String.valueOf(literal.value());
        if (!pattern.startsWith("^") && !endsWithAnchor(pattern)) {
            return Stream.of();
        }
        String anchor = pattern.startsWith("^") ? "^" : "$";
        return Stream.of(query.warning(Problem.RULE_REGEX_ANCHOR, literal.span(), anchor, query.excerpt(literal)));
    }

    /** A backslash before it makes it the character that it is anyway. */
    private static boolean endsWithAnchor(String pattern) {
        return pattern.endsWith("$") && !pattern.endsWith("\\$");
    }
}
