package io.eqlair.validation;

import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.value.Values;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lists in which a member stands twice: harmless, and often a slip for another. The first of each list is told. */
final class RepeatedMemberCheck implements QueryCheck {

    @Override
    public List<RuleProblem> warnings(QueryText query) {
        return query.expressions()
                .flatMap(expression -> switch (expression) {
                    case Expression.Membership list -> repeated(list.members(), list.ignoreCase(), query);
                    case Expression.PatternMatch list -> repeated(list.patterns(), list.ignoreCase(), query);
                    default -> Stream.<RuleProblem>of();
                })
                .toList();
    }

    private static Stream<RuleProblem> repeated(
            List<? extends Expression> members, boolean ignoreCase, QueryText query) {
        Map<Object, Expression> first = new HashMap<>();
        for (Expression member : members) {
            Object value = member instanceof Expression.Literal literal ? value(literal, ignoreCase) : member;
            Expression earlier = first.putIfAbsent(value, member);
            if (earlier != null) {
                return Stream.of(query.warning(
                        Problem.RULE_MEMBER_REPEATED, member.span(), query.excerpt(member), query.excerpt(earlier)));
            }
        }
        return Stream.of();
    }

    private static Object value(Expression.Literal literal, boolean ignoreCase) {
        Object value = literal.value();
        if (value == null) {
            return literal;
        }
        return ignoreCase && value instanceof String text ? Values.fold(text) : value;
    }
}
