package io.eqlair.eql.analysis;

import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.ast.PatternKind;
import io.eqlair.eql.ast.Relation;
import io.eqlair.eql.function.Function;
import io.eqlair.eql.pattern.PatternError;
import io.eqlair.eql.pattern.Regex;
import io.eqlair.eql.pattern.TextPattern;
import io.eqlair.eql.pattern.Wildcard;
import io.eqlair.eql.source.Span;
import io.eqlair.eql.value.EvaluationError;
import io.eqlair.eql.value.ValueType;
import io.eqlair.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns expressions into operands: finds functions, checks types as far as they are known, folds constants. */
final class OperandAnalyzer {

    /** Stands for an operand about which a problem was reported; fits everywhere, so that one slip is told once. */
    private static final Operand.FieldValue REFUSED = new Operand.FieldValue("");

    private final Diagnostics diagnostics;
    private final LookAlikes lookAlikes;
    private final CallAnalyzer calls;

    OperandAnalyzer(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.lookAlikes = new LookAlikes(diagnostics);
        this.calls = new CallAnalyzer(diagnostics);
    }

    Operand operand(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> new Operand.Constant(literal.value());
            case Expression.Field field -> new Operand.FieldValue(field.name());
            case Expression.Call call -> call(call);
            case Expression.Not not -> logic(Operations.NOT, List.of(not.operand()), not.span());
            case Expression.And and -> logic(Operations.AND, and.operands(), and.span());
            case Expression.Or or -> logic(Operations.OR, or.operands(), or.span());
            case Expression.Comparison comparison -> comparison(comparison);
            case Expression.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Expression.Negative negative -> negative(negative);
            case Expression.Membership membership -> membership(membership);
            case Expression.PatternMatch match -> match(match);
        };
    }

    private Operand logic(Operation operation, List<Expression> expressions, Span span) {
        List<Operand> operands = expressions.stream().map(this::truth).toList();
        return apply(operation, operands, ValueType.BOOLEAN, span);
    }

    /** An operand that must be a condition. */
    Operand truth(Expression expression) {
        Operand operand = operand(expression);
        if (ValueType.BOOLEAN.accepts(operand.type())) {
            return operand;
        }
        if (!lookAlikes.reportHyphen(expression)) {
            String text = diagnostics.text(expression);
            String compared = operand instanceof Operand.Constant ? "… == " + text : text + " == …";
            report(Problem.EQL_NOT_BOOLEAN, expression, operand, compared);
        }
        return REFUSED;
    }

    private Operand comparison(Expression.Comparison comparison) {
        return compare(comparison, operand(comparison.left()), operand(comparison.right()));
    }

    private Operand compare(Expression.Comparison comparison, Operand left, Operand right) {
        Relation relation = comparison.relation();
        if (relation.isEquality() && (isNull(left) || isNull(right))) {
            Operand test = isNull(isNull(left) ? right : left, comparison.span());
            return relation == Relation.EQUAL
                    ? test
                    : apply(Operations.NOT, List.of(test), ValueType.BOOLEAN, comparison.span());
        }
        checkComparable(comparison, left, right);
        return compare(relation, left, right, comparison.span());
    }

    private Operand isNull(Operand operand, Span span) {
        return apply(Operations.IS_NULL, List.of(operand), ValueType.BOOLEAN, span);
    }

    /** A comparison of operands that were found comparable, neither being the constant null. */
    Operand compare(Relation relation, Operand left, Operand right, Span span) {
        return apply(Operations.comparison(relation), List.of(left, right), ValueType.BOOLEAN, span);
    }

    /** Reports sides that cannot be compared: two fields, two types, or an order where there is none. */
    void checkComparable(Expression.Comparison comparison, Operand left, Operand right) {
        boolean ordersTruth = left.type() == ValueType.BOOLEAN || right.type() == ValueType.BOOLEAN;
        if (isRefused(left) || isRefused(right)) {
            return; // and said so already
        }
        if (!left.fields().isEmpty() && !right.fields().isEmpty()) {
            reportFields(comparison);
        } else if (!left.type().accepts(right.type()) && !right.type().accepts(left.type())) {
            reportTypes(comparison, left, right);
        } else if (!comparison.relation().isEquality() && ordersTruth) {
            String symbol = comparison.relation().symbol();
            diagnostics.report(Problem.EQL_NO_ORDER, comparison.span(), symbol);
        }
    }

    private void reportFields(Expression.Comparison comparison) {
        if (!lookAlikes.reportCapitals(comparison.left()) && !lookAlikes.reportCapitals(comparison.right())) {
            diagnostics.report(Problem.EQL_FIELD_TO_FIELD, comparison.span());
        }
    }

    private void reportTypes(Expression.Comparison comparison, Operand left, Operand right) {
        if (!lookAlikes.reportHyphen(comparison.left()) && !lookAlikes.reportHyphen(comparison.right())) {
            diagnostics.report(Problem.EQL_TYPES_DIFFER, comparison.span(), name(left.type()), name(right.type()));
        }
    }

    private Operand arithmetic(Expression.Arithmetic arithmetic) {
        Operand left = operand(arithmetic.left());
        Operand right = operand(arithmetic.right());
        boolean numbers = ValueType.DOUBLE.accepts(left.type()) && ValueType.DOUBLE.accepts(right.type());
        if (!numbers && lookAlikes.reportHyphen(arithmetic)) {
            return REFUSED;
        }
        List<Operand> operands = List.of(number(arithmetic.left(), left), number(arithmetic.right(), right));
        boolean isDouble = left.type() == ValueType.DOUBLE || right.type() == ValueType.DOUBLE;
        ValueType type = isDouble ? ValueType.DOUBLE : ValueType.INTEGER;
        return apply(Operations.arithmetic(arithmetic.operator()), operands, type, arithmetic.span());
    }

    private Operand negative(Expression.Negative negative) {
        Operand operand = number(negative.operand(), operand(negative.operand()));
        ValueType type = operand.type() == ValueType.DOUBLE ? ValueType.DOUBLE : ValueType.INTEGER;
        return apply(Operations.NEGATE, List.of(operand), type, negative.span());
    }

    private Operand number(Expression expression, Operand operand) {
        if (ValueType.DOUBLE.accepts(operand.type())) {
            return operand;
        }
        report(Problem.EQL_NOT_A_NUMBER, expression, operand);
        return REFUSED;
    }

    /** Reports an operand of the wrong type, unless a part of it is the reason. */
    private void report(Problem problem, Expression expression, Operand operand) {
        report(problem, expression, operand, "");
    }

    private void report(Problem problem, Expression expression, Operand operand, String advice) {
        if (!isRefused(operand)) {
            diagnostics.report(problem, expression.span(), diagnostics.text(expression), name(operand.type()), advice);
        }
    }

    private Operand membership(Expression.Membership membership) {
        Operand operand = operand(membership.operand());
        Operand test = membership(membership, operand, members(membership, operand));
        return membership.negated() ? apply(Operations.NOT, List.of(test), ValueType.BOOLEAN, membership.span()) : test;
    }

    /** Whether the operand is one of the members, as if the list were not negated. */
    Operand membership(Expression.Membership membership, Operand operand, List<@Nullable Object> members) {
        Operation operation = Operations.membership(members, membership.ignoreCase());
        return apply(operation, List.of(operand), ValueType.BOOLEAN, membership.span());
    }

    /** The members of a list, which must be constants of the type of what is looked for. */
    List<@Nullable Object> members(Expression.Membership membership, Operand operand) {
        if (membership.ignoreCase() && !ValueType.STRING.accepts(operand.type())) {
            report(Problem.EQL_NOT_A_STRING, membership.operand(), operand);
            return List.of();
        }
        ValueType type = membership.ignoreCase() ? ValueType.STRING : operand.type();
        String reason = membership.ignoreCase() ? "because `in~` compares strings" : "like what stands before `in`";
        List<@Nullable Object> members = new ArrayList<>();
        for (Expression member : membership.members()) {
            Operand value = operand(member);
            if (isMember(member, value, type, reason)) {
                members.add(((Operand.Constant) value).value());
            }
            if (type == ValueType.ANY && value.type() != ValueType.NULL) {
                type = value.type();
                reason = "like the first of this list";
            }
        }
        return members;
    }

    private boolean isMember(Expression member, Operand value, ValueType type, String reason) {
        boolean fits = type.accepts(value.type());
        if (!isRefused(value) && !(value instanceof Operand.Constant)) {
            diagnostics.report(Problem.EQL_MEMBER_CONSTANT, member.span(), diagnostics.text(member));
        } else if (!fits) {
            diagnostics.report(
                    Problem.EQL_MEMBER_TYPE,
                    member.span(),
                    diagnostics.text(member),
                    name(value.type()),
                    name(type),
                    reason);
        }
        return fits && value instanceof Operand.Constant;
    }

    private Operand match(Expression.PatternMatch match) {
        return match(match, operand(match.operand()), patterns(match));
    }

    /** A match of an operand that is known already. */
    Operand match(Expression.PatternMatch match, Operand operand, List<String> patterns) {
        if (!ValueType.STRING.accepts(operand.type())) {
            report(Problem.EQL_NOT_A_STRING, match.operand(), operand);
            return REFUSED;
        }
        TextPattern pattern = compile(match, patterns, operand instanceof Operand.FieldValue);
        return pattern == null
                ? REFUSED
                : apply(Operations.match(match, patterns, pattern), List.of(operand), ValueType.BOOLEAN, match.span());
    }

    /** The patterns of a match, all of which must be strings. */
    List<String> patterns(Expression.PatternMatch match) {
        List<String> patterns = new ArrayList<>();
        for (Expression.Literal literal : match.patterns()) {
            if (literal.value() instanceof String pattern) {
                patterns.add(pattern);
            } else {
                diagnostics.report(
                        Problem.EQL_PATTERN_TYPE,
                        literal.span(),
                        diagnostics.text(literal),
                        diagnostics.text(match.operand()));
            }
        }
        return patterns;
    }

    /**
     * A pattern that has been shown to be well formed, or null after a problem was reported.
     *
     * @param onField regular expressions on a field are Lucene's, those on a computed value Java's
     */
    @Nullable
    TextPattern compile(Expression.PatternMatch match, List<String> patterns, boolean onField) {
        try {
            if (match.kind() == PatternKind.WILDCARD) {
                return Wildcard.anyOf(patterns, match.ignoreCase());
            }
            return onField ? Regex.lucene(patterns, match.ignoreCase()) : Regex.java(patterns, match.ignoreCase());
        } catch (PatternError error) {
            diagnostics.report(match, error);
            return null;
        }
    }

    private Operand call(Expression.Call call) {
        List<Operand> arguments = call.arguments().stream().map(this::operand).toList();
        Function function = calls.function(call, arguments);
        if (function == null) {
            return REFUSED;
        }
        String text = function.ignoreCase() ? function.name() + "~" : function.name();
        return apply(new Operation(text, function.meaning()), arguments, function.result(), call.span());
    }

    private Operand apply(Operation operation, List<Operand> arguments, ValueType type, Span span) {
        if (!arguments.stream().allMatch(Operand.Constant.class::isInstance)) {
            return new Operand.Apply(operation, arguments, type);
        }
        @Nullable
        Object[] values = arguments.stream()
                .map(argument -> ((Operand.Constant) argument).value())
                .toArray();
        try {
            return new Operand.Constant(operation.meaning().apply(values));
        } catch (EvaluationError error) {
            diagnostics.report(Problem.EQL_CONSTANT_FAILS, span, String.valueOf(error.getMessage()));
            return REFUSED;
        }
    }

    /** Whether a problem was reported about the operand, or about a part of it. */
    static boolean isRefused(Operand operand) {
        return operand.fields().contains(REFUSED.field());
    }

    static boolean isNull(Operand operand) {
        return operand instanceof Operand.Constant constant && constant.value() == null;
    }

    /** The name of a type in a sentence. */
    static String name(ValueType type) {
        return switch (type) {
            case NULL -> "null";
            case BOOLEAN -> "a boolean";
            case INTEGER, DOUBLE -> "a number";
            case STRING -> "a string";
            case ANY -> "a value";
        };
    }
}
