package io.eqlair.validation;

import io.eqlair.eql.ast.Expression;
import java.util.List;
import java.util.stream.Stream;

/** What expressions are made of. */
final class Parts {

    private Parts() {}

    /** The expression and all within it, in the order of the text. */
    static Stream<Expression> within(Expression expression) {
        return Stream.concat(Stream.of(expression), of(expression).stream().flatMap(Parts::within));
    }

    private static List<Expression> of(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> List.of();
            case Expression.Field field -> List.of();
            case Expression.Call call -> call.arguments();
            case Expression.Not not -> List.of(not.operand());
            case Expression.And and -> and.operands();
            case Expression.Or or -> or.operands();
            case Expression.Comparison comparison -> List.of(comparison.left(), comparison.right());
            case Expression.Arithmetic arithmetic -> List.of(arithmetic.left(), arithmetic.right());
            case Expression.Negative negative -> List.of(negative.operand());
            case Expression.Membership membership ->
                Stream.concat(Stream.of(membership.operand()), membership.members().stream())
                        .toList();
            case Expression.PatternMatch match -> List.of(match.operand());
        };
    }
}
