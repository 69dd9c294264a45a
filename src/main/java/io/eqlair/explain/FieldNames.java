package io.eqlair.explain;

import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.ast.Item;
import io.eqlair.eql.ast.Query;
import java.util.List;
import java.util.Set;

/** The fields that a text names; those among them that analysis folds away, because constants decide without them. */
final class FieldNames {

    private FieldNames() {}

    static void collect(Query query, Set<String> names) {
        switch (query) {
            case Query.EventQuery event -> collect(event.filter().condition(), names);
            case Query.SequenceQuery sequence -> {
                collectItems(sequence.items(), names);
                if (sequence.until() != null) {
                    collectItems(List.of(sequence.until()), names);
                }
            }
            case Query.SampleQuery sample -> collectItems(sample.items(), names);
        }
    }

    private static void collectItems(List<Item> items, Set<String> names) {
        items.forEach(item -> collect(item.filter().condition(), names));
    }

    static void collect(Expression expression, Set<String> names) {
        switch (expression) {
            case Expression.Literal literal -> {}
            case Expression.Field field -> names.add(field.name());
            case Expression.Call call -> collect(call.arguments(), names);
            case Expression.Not not -> collect(not.operand(), names);
            case Expression.And and -> collect(and.operands(), names);
            case Expression.Or or -> collect(or.operands(), names);
            case Expression.Comparison comparison -> collect(List.of(comparison.left(), comparison.right()), names);
            case Expression.Arithmetic arithmetic -> collect(List.of(arithmetic.left(), arithmetic.right()), names);
            case Expression.Negative negative -> collect(negative.operand(), names);
            case Expression.Membership membership -> collect(membership.operand(), names);
            case Expression.PatternMatch match -> collect(match.operand(), names);
        }
    }

    private static void collect(List<Expression> expressions, Set<String> names) {
        expressions.forEach(expression -> collect(expression, names));
    }
}
