package io.eqlair.validation;

import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.ast.PatternKind;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleProblem;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Patterns that begin with a wildcard, which no beginning of a value rules out; one note for each clause. Half of the rules in
 * the field have some, and mean it.
 */
final class LeadingWildcardCheck implements QueryCheck {

    @Override
    public List<RuleProblem> warnings(QueryText query) {
        return query.expressions()
                .filter(Expression.PatternMatch.class::isInstance)
                .map(Expression.PatternMatch.class::cast)
                .filter(match -> match.kind() == PatternKind.WILDCARD)
                .flatMap(match -> warning(match, query))
                .toList();
    }

    /** A star alone makes the patterns beside it moot. */
    private static Stream<RuleProblem> warning(Expression.PatternMatch match, QueryText query) {
        String operand = query.excerpt(match.operand());
        List<Expression.Literal> any = with(match, LeadingWildcardCheck::isStar);
        if (!any.isEmpty()) {
            String star = query.excerpt(any.getFirst());
            return Stream.of(
                    query.warning(Problem.RULE_WILDCARD_ALONE, any.getFirst().span(), star, operand));
        }
        List<Expression.Literal> leading = with(match, LeadingWildcardCheck::isLeading);
        return leading.isEmpty() ? Stream.of() : Stream.of(leading(match, leading, query));
    }

    private static RuleProblem leading(
            Expression.PatternMatch match, List<Expression.Literal> leading, QueryText query) {
        Expression.Literal first = leading.getFirst();
        String pattern = query.excerpt(first);
        return leading.size() == 1
                ? query.note(Problem.RULE_WILDCARD_LEADING, first.span(), pattern)
                : query.note(
                        Problem.RULE_WILDCARDS_LEADING,
                        first.span(),
                        pattern,
                        leading.size(),
                        match.patterns().size());
    }

    private static List<Expression.Literal> with(Expression.PatternMatch match, Predicate<String> test) {
        return match.patterns().stream()
                .filter(literal -> literal.value() instanceof String pattern && test.test(pattern))
                .toList();
    }

    private static boolean isStar(String pattern) {
        return !pattern.isEmpty() && pattern.chars().allMatch(c -> c == '*');
    }

    private static boolean isLeading(String pattern) {
        return pattern.startsWith("*") || pattern.startsWith("?");
    }
}
