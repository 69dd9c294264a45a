package io.eqlair.validation;

import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.value.Values;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists in which a member stands twice: harmless, and often a slip for another. The first of each list is told. */
final class RepeatedMemberCheck implements QueryCheck {

    @Override
    public List<RuleProblem> warnings(QueryText query) {
        return query.expressions()
                .flatMap(expression -> switch (expression) {
                    case Expression.Membership list -> repeated(list.members(), list.ignoreCase());
                    case Expression.PatternMatch list -> repeated(list.patterns(), list.ignoreCase());
                    default -> Stream.<Expression>of();
                })
                .map(member -> query.warning(Problem.RULE_MEMBER_REPEATED, member.span(), query.excerpt(member)))
                .toList();
    }

    private static Stream<Expression> repeated(List<? extends Expression> members, boolean ignoreCase) {
        Set<@Nullable Object> values = new HashSet<>();
        return members.stream()
                .filter(Expression.Literal.class::isInstance)
                .map(Expression.Literal.class::cast)
                .filter(literal -> !values.add(value(literal, ignoreCase)))
                .limit(1)
                .map(Expression.class::cast);
    }

    private static @Nullable Object value(Expression.Literal literal, boolean ignoreCase) {
        return ignoreCase && literal.value() instanceof String text ? Values.fold(text) : literal.value();
    }
}
