package io.eqlair.eql.analysis;

import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.ast.PatternKind;
import io.eqlair.eql.ast.Relation;
import io.eqlair.eql.function.Function;
import io.eqlair.eql.function.FunctionLibrary;
import io.eqlair.eql.source.Span;
import io.eqlair.eql.value.Timestamps;
import io.eqlair.eql.value.ValueType;
import io.eqlair.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Turns the condition of a query into two-valued logic over predicates, each in the plainest form there is for it. */
final class ConditionAnalyzer {

    static final String CIDR_MATCH = "cidrMatch";

    private final Diagnostics diagnostics;
    private final OperandAnalyzer operands;
    private final String timestampField;

    ConditionAnalyzer(Diagnostics diagnostics, String timestampField) {
        this.diagnostics = diagnostics;
        this.operands = new OperandAnalyzer(diagnostics);
        this.timestampField = timestampField;
    }

    Condition condition(Expression expression) {
        return switch (expression) {
            case Expression.And and ->
                Conditions.all(and.operands().stream().map(this::condition).toList());
            case Expression.Or or ->
                Conditions.any(or.operands().stream().map(this::condition).toList());
            case Expression.Not not -> Conditions.not(condition(not.operand()));
            case Expression.Comparison comparison -> comparison(comparison);
            case Expression.Membership membership -> membership(membership);
            case Expression.PatternMatch match -> match(match);
            case Expression.Literal literal -> truth(literal);
            case Expression.Field field -> truth(field);
            case Expression.Call call -> truth(call);
            case Expression.Arithmetic arithmetic -> truth(arithmetic);
            case Expression.Negative negative -> truth(negative);
        };
    }

    private Condition truth(Expression expression) {
        return test(operands.truth(expression), expression.span());
    }

    /** The plainest form of a test whose operand is known to be a condition. */
    private static Condition test(Operand operand, Span span) {
        return switch (operand) {
            case Operand.Constant constant -> new Condition.Known((Boolean) constant.value());
            case Operand.FieldValue(String field) -> test(new Predicate.OneOf(field, List.of(true), false), span);
            case Operand.Apply apply -> test(predicate(apply), span);
        };
    }

    private static Condition test(Predicate predicate, Span span) {
        return new Condition.Test(predicate, span);
    }

    private static Predicate predicate(Operand.Apply apply) {
        boolean cidrMatch = apply.operation().text().equals(CIDR_MATCH);
        if (cidrMatch && apply.arguments().getFirst() instanceof Operand.FieldValue(String field)) {
            List<String> blocks = apply.arguments().stream()
                    .skip(1)
                    .map(block -> String.valueOf(((Operand.Constant) block).value()))
                    .toList();
            return new Predicate.InNetwork(field, blocks);
        }
        return new Predicate.Computed(apply, apply.fields());
    }

    private Condition comparison(Expression.Comparison comparison) {
        Condition reduced = reduced(comparison);
        if (reduced != null) {
            return reduced;
        }
        Condition condition = positive(comparison);
        return comparison.relation() == Relation.NOT_EQUAL ? Conditions.not(condition) : condition;
    }

    /** {@code f(x) == true} says {@code f(x)}, and {@code f(x) == false} says {@code not f(x)}: null where neither. */
    private @Nullable Condition reduced(Expression.Comparison comparison) {
        if (!comparison.relation().isEquality()) {
            return null;
        }
        boolean equal = comparison.relation() == Relation.EQUAL;
        if (comparison.right() instanceof Expression.Literal(Boolean truth, Span ignored)
                && isCondition(comparison.left())) {
            return Conditions.not(condition(comparison.left()), truth != equal);
        }
        if (comparison.left() instanceof Expression.Literal(Boolean truth, Span ignored)
                && isCondition(comparison.right())) {
            return Conditions.not(condition(comparison.right()), truth != equal);
        }
        return null;
    }

    private static boolean isCondition(Expression expression) {
        return switch (expression) {
            case Expression.And and -> true;
            case Expression.Or or -> true;
            case Expression.Not not -> true;
            case Expression.Comparison comparison -> true;
            case Expression.Membership membership -> true;
            case Expression.PatternMatch match -> true;
            case Expression.Call call -> {
                Function function = FunctionLibrary.find(call.name(), call.ignoreCase());
                yield function != null && function.result() == ValueType.BOOLEAN;
            }
            case Expression.Literal literal -> false;
            case Expression.Field field -> false;
            case Expression.Arithmetic arithmetic -> false;
            case Expression.Negative negative -> false;
        };
    }

    /** The comparison, read as {@code ==} where it is {@code !=}: its negation stands outside the any-test. */
    private Condition positive(Expression.Comparison comparison) {
        Operand left = operands.operand(comparison.left());
        Operand right = operands.operand(comparison.right());
        boolean equality = comparison.relation().isEquality();
        if (equality && OperandAnalyzer.isNull(right)) {
            return isNull(left, comparison.span());
        }
        if (equality && OperandAnalyzer.isNull(left)) {
            return isNull(right, comparison.span());
        }
        if (equality && areOptional(comparison.left(), comparison.right())) {
            return bothAbsentOrEqual(left, right, comparison.span());
        }
        operands.checkComparable(comparison, left, right);
        return compare(equality ? Relation.EQUAL : comparison.relation(), left, right, comparison.span());
    }

    private static Condition isNull(Operand operand, Span span) {
        return switch (operand) {
            case Operand.Constant constant -> new Condition.Known(constant.value() == null);
            case Operand.FieldValue(String field) -> Conditions.not(test(new Predicate.Exists(field), span));
            case Operand.Apply apply -> test(new Predicate.NullTest(apply, apply.fields()), span);
        };
    }

    private static boolean areOptional(Expression left, Expression right) {
        return left instanceof Expression.Field a
                && right instanceof Expression.Field b
                && a.optional()
                && b.optional();
    }

    /** {@code ?x == ?y}: where a mapping lacks both fields, Elasticsearch compares null with null, which is true. */
    private Condition bothAbsentOrEqual(Operand left, Operand right, Span span) {
        Condition absent = Conditions.all(List.of(isNull(left, span), isNull(right, span)));
        Condition equal = test(operands.compare(Relation.EQUAL, left, right, span), span);
        return Conditions.any(List.of(absent, equal));
    }

    private Condition compare(Relation relation, Operand left, Operand right, Span span) {
        if (left instanceof Operand.FieldValue(String field) && right instanceof Operand.Constant(Object bound)) {
            return compare(field, relation, bound, span);
        }
        if (right instanceof Operand.FieldValue(String field) && left instanceof Operand.Constant(Object bound)) {
            return compare(field, relation.mirrored(), bound, span);
        }
        return test(operands.compare(relation, left, right, span), span);
    }

    private Condition compare(String field, Relation relation, @Nullable Object bound, Span span) {
        if (bound == null) {
            return new Condition.Known(null);
        }
        OptionalLong time = time(field, bound, span);
        if (time.isPresent()) {
            return test(new Predicate.AtTime(field, relation, time.getAsLong()), span);
        }
        return relation == Relation.EQUAL
                ? test(new Predicate.OneOf(field, List.of(bound), false), span)
                : test(new Predicate.Ordered(field, relation, bound), span);
    }

    /**
     * The constant as a time, where the field is one: the event's timestamp, or a field that is compared with a whole
     * date and time.
     */
    private OptionalLong time(String field, Object constant, Span span) {
        if (!field.equals(timestampField)) {
            return constant instanceof String text && Timestamps.isDateTime(text)
                    ? Timestamps.parse(text)
                    : OptionalLong.empty();
        }
        OptionalLong time = constant instanceof Number number
                ? OptionalLong.of(Timestamps.ofMillis(number.doubleValue()))
                : Timestamps.parse(constant.toString());
        if (time.isEmpty()) {
            diagnostics.report(Problem.EQL_NOT_A_TIME, span, constant, field);
        }
        return time;
    }

    private Condition membership(Expression.Membership membership) {
        Operand operand = operands.operand(membership.operand());
        List<@Nullable Object> members = operands.members(membership, operand);
        Condition condition = operand instanceof Operand.FieldValue(String field)
                ? isMember(field, members.stream().filter(Objects::nonNull).toList(), membership)
                : test(operands.membership(membership, operand, members), membership.span());
        return Conditions.not(condition, membership.negated());
    }

    private Condition isMember(String field, List<Object> members, Expression.Membership membership) {
        if (members.isEmpty()) {
            return new Condition.Known(null);
        }
        if (field.equals(timestampField)) {
            return Conditions.any(members.stream()
                    .map(member -> compare(field, Relation.EQUAL, member, membership.span()))
                    .toList());
        }
        return test(new Predicate.OneOf(field, members, membership.ignoreCase()), membership.span());
    }

    private Condition match(Expression.PatternMatch match) {
        Operand operand = operands.operand(match.operand());
        List<String> patterns = operands.patterns(match);
        if (!(operand instanceof Operand.FieldValue(String field))) {
            return test(operands.match(match, operand, patterns), match.span());
        }
        if (match.kind() == PatternKind.WILDCARD) {
            return test(new Predicate.Like(field, patterns, match.ignoreCase()), match.span());
        }
        operands.compile(match, patterns, true);
        return test(new Predicate.Regex(field, patterns, match.ignoreCase()), match.span());
    }
}
