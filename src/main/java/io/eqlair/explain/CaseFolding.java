package io.eqlair.explain;

import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.ast.PatternKind;
import io.eqlair.eql.ast.Relation;
import io.eqlair.eql.function.FunctionLibrary;
import io.eqlair.eql.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an expression as its author would to have case ignored. The result need not be valid: numbers have no case. */
final class CaseFolding {

    private CaseFolding() {}

    /** The same question whatever the case of letters; equal to the expression where that makes no difference. */
    static Expression of(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> literal;
            case Expression.Field field -> field;
            case Expression.Call call ->
                new Expression.Call(
                        call.name(),
                        call.ignoreCase() || FunctionLibrary.hasInsensitiveForm(call.name()),
                        all(call.arguments()),
                        call.nameSpan(),
                        call.span());
            case Expression.Not not -> new Expression.Not(of(not.operand()), not.span());
            case Expression.And and -> new Expression.And(all(and.operands()), and.span());
            case Expression.Or or -> new Expression.Or(all(or.operands()), or.span());
            case Expression.Comparison comparison -> comparison(comparison);
            case Expression.Arithmetic(var operator, var left, var right, var span) ->
                new Expression.Arithmetic(operator, of(left), of(right), span);
            case Expression.Negative negative -> new Expression.Negative(of(negative.operand()), negative.span());
            case Expression.Membership(var operand, var negated, var ignoreCase, var members, var span) ->
                new Expression.Membership(of(operand), negated, true, members, span);
            case Expression.PatternMatch(var kind, var ignoreCase, var operand, var patterns, var span) ->
                new Expression.PatternMatch(kind, true, of(operand), patterns, span);
        };
    }

    private static List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(CaseFolding::of).toList();
    }

    private static Expression comparison(Expression.Comparison comparison) {
        Expression left = of(comparison.left());
        Expression right = of(comparison.right());
        Expression folded = comparison.relation() == Relation.EQUAL ? equality(left, right, comparison.span()) : null;
        return folded == null
                ? new Expression.Comparison(comparison.relation(), left, right, comparison.span())
                : folded;
    }

    private static @Nullable Expression equality(Expression left, Expression right, Span span) {
        if (right instanceof Expression.Literal literal && literal.value() instanceof String text) {
            return equality(left, literal, text, span);
        }
        return left instanceof Expression.Literal literal && literal.value() instanceof String text
                ? equality(right, literal, text, span)
                : null;
    }

    /** {@code :} is what most would write, where the text has nothing that it takes for a wildcard. */
    private static Expression equality(Expression operand, Expression.Literal literal, String text, Span span) {
        return text.contains("*") || text.contains("?")
                ? new Expression.Membership(operand, false, true, List.of(literal), span)
                : new Expression.PatternMatch(PatternKind.WILDCARD, true, operand, List.of(literal), span);
    }
}
