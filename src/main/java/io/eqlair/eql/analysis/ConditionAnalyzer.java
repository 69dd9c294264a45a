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
import java.util.ArrayList;
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
            List<String> blocks = new ArrayList<>();
            for (Operand argument : apply.arguments()) {
                if (argument instanceof Operand.Constant(String block)) {
                    blocks.add(block);
                }
            }
            if (blocks.size() == apply.arguments().size() - 1) { // else one is null, and so is the result
                return new Predicate.InNetwork(field, blocks);
            }
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
        Condition left = reduced(comparison, comparison.left(), comparison.right());
        return left == null ? reduced(comparison, comparison.right(), comparison.left()) : left;
    }

    private @Nullable Condition reduced(Expression.Comparison comparison, Expression one, Expression other) {
        if (isCondition(one) && operands.operand(other) instanceof Operand.Constant(Boolean truth)) {
            boolean equal = comparison.relation() == Relation.EQUAL;
            Condition condition = condition(one);
            boolean isNull = condition instanceof Condition.Known known && known.value() == null;
            return isNull ? null : Conditions.not(condition, truth != equal);
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
        return compare(comparison, equality ? Relation.EQUAL : comparison.relation(), left, right);
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

    private Condition compare(Expression.Comparison comparison, Relation relation, Operand left, Operand right) {
        Span clause = comparison.span();
        if (left instanceof Operand.FieldValue(String field) && right instanceof Operand.Constant(Object bound)) {
            return compare(field, relation, bound, clause, comparison.right().span());
        }
        if (right instanceof Operand.FieldValue(String field) && left instanceof Operand.Constant(Object bound)) {
            return compare(
                    field, relation.mirrored(), bound, clause, comparison.left().span());
        }
        return test(operands.compare(relation, left, right, clause), clause);
    }

    /** A comparison with null is null whatever the event, which counts as false: this is a leaf, not a constant. */
    private Condition compare(String field, Relation relation, @Nullable Object bound, Span clause, Span boundSpan) {
        if (bound == null) {
            return new Condition.Known(false);
        }
        OptionalLong time = time(field, bound, boundSpan);
        if (time.isPresent()) {
            return test(new Predicate.AtTime(field, relation, time.getAsLong()), clause);
        }
        return relation == Relation.EQUAL
                ? test(new Predicate.OneOf(field, List.of(bound), false), clause)
                : test(new Predicate.Ordered(field, relation, bound), clause);
    }

    /**
     * The constant as a time, where the field is one: the event's timestamp, or a field that is compared with a whole
     * date and time.
     */
    private OptionalLong time(String field, Object constant, Span span) {
        if (!field.equals(timestampField)) {
            return isDateTime(constant) ? Timestamps.parse(constant.toString()) : OptionalLong.empty();
        }
        OptionalLong time = constant instanceof Number number
                ? OptionalLong.of(Timestamps.ofMillis(number))
                : Timestamps.parse(constant.toString());
        if (time.isEmpty()) {
            diagnostics.report(Problem.EQL_NOT_A_TIME, span, diagnostics.text(span), field);
        }
        return time;
    }

    private static boolean isDateTime(Object constant) {
        return constant instanceof String text && Timestamps.isDateTime(text);
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
            return new Condition.Known(false);
        }
        boolean times = field.equals(timestampField) || members.stream().anyMatch(ConditionAnalyzer::isDateTime);
        return times && !membership.ignoreCase()
                ? isOneOfTimes(field, membership)
                : test(new Predicate.OneOf(field, members, membership.ignoreCase()), membership.span());
    }

    private Condition isOneOfTimes(String field, Expression.Membership membership) {
        List<Condition> alternatives = new ArrayList<>();
        for (Expression member : membership.members()) {
            if (operands.operand(member) instanceof Operand.Constant(Object value)) {
                alternatives.add(compare(field, Relation.EQUAL, value, membership.span(), member.span()));
            }
        }
        return Conditions.any(alternatives);
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
