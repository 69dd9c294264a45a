package io.eqlair.engine.matcher;

import io.eqlair.eql.ast.ArithmeticOperator;
import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.ast.PatternKind;
import io.eqlair.eql.ast.Relation;
import io.eqlair.eql.function.Function;
import io.eqlair.eql.function.FunctionLibrary;
import io.eqlair.eql.source.Span;
import io.eqlair.eql.value.EvaluationError;
import io.eqlair.eql.value.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The language's conditions once more, straight from its rules: slowly, over the tree as it was read and a document's
 * values by field. Shares nothing with the compiled matchers but the meaning of functions.
 */
final class NaiveEvaluator {

    private static final Span NOWHERE = new Span(0, 0);
    private static final String DATE_AND_TIME = "\\d{4}-\\d\\d-\\d\\dT.*Z";
    private static final BigDecimal LARGER_THAN_ALL = new BigDecimal("1e400");

    private final Map<String, List<Object>> document;

    NaiveEvaluator(Map<String, List<Object>> document) {
        this.document = document;
    }

    boolean matches(Expression condition) {
        return Boolean.TRUE.equals(truth(condition));
    }

    /** Two-valued where fields are read, and three-valued where all is constant. */
    private @Nullable Object truth(Expression condition) {
        if (fields(condition).isEmpty()) {
            return value(condition, Map.of());
        }
        return switch (condition) {
            case Expression.And and -> and.operands().stream().allMatch(this::matches);
            case Expression.Or or -> or.operands().stream().anyMatch(this::matches);
            case Expression.Not not -> !matches(not.operand());
            case Expression.Comparison comparison -> comparison(comparison);
            case Expression.Membership in when in.negated() -> !matches(positive(in));
            default -> anyRow(condition, row -> isTrue(value(condition, row)));
        };
    }

    private boolean comparison(Expression.Comparison comparison) {
        if (comparison.relation() == Relation.NOT_EQUAL) {
            return !comparison(positive(comparison));
        }
        if (comparison.relation() == Relation.EQUAL) {
            return equality(comparison, comparison.left(), comparison.right());
        }
        return anyRow(comparison, row -> ordered(comparison, row));
    }

    private boolean equality(Expression.Comparison comparison, Expression left, Expression right) {
        if (isCondition(left) && constant(right) instanceof Boolean wanted) {
            return matches(left) == wanted;
        }
        if (isCondition(right) && constant(left) instanceof Boolean wanted) {
            return matches(right) == wanted;
        }
        if (isNull(right) || isNull(left)) {
            Expression tested = isNull(right) ? left : right;
            return anyRow(tested, row -> value(tested, row) == null);
        }
        if (left instanceof Expression.Field a && right instanceof Expression.Field b) {
            return (values(a.name()).isEmpty() && values(b.name()).isEmpty())
                    || anyRow(comparison, row -> isTrue(equal(row.get(a.name()), row.get(b.name()))));
        }
        return anyRow(comparison, row -> isEqual(left, right, row));
    }

    /** A constant that is a whole date and time, and every constant that the event's time is compared with, is a time. */
    private boolean isEqual(Expression left, Expression right, Map<String, @Nullable Object> row) {
        if (isTime(left, right)) {
            return Objects.equals(time(value(left, row)), Objects.requireNonNull(time(constant(right))));
        }
        return isTime(right, left) ? isEqual(right, left, row) : isTrue(equal(value(left, row), value(right, row)));
    }

    private boolean ordered(Expression.Comparison comparison, Map<String, @Nullable Object> row) {
        Expression left = comparison.left();
        Expression right = comparison.right();
        if (isTime(left, right) || isTime(right, left)) {
            Instant a = time(value(left, row));
            Instant b = time(value(right, row));
            return a != null && b != null && comparison.relation().holds(a.compareTo(b));
        }
        return isTrue(value(comparison, row));
    }

    private boolean isTime(Expression side, Expression other) {
        Object constant = fields(other).isEmpty() ? constant(other) : null;
        return side instanceof Expression.Field field
                && constant != null
                && (field.name().equals("@timestamp") || constant.toString().matches(DATE_AND_TIME));
    }

    private static @Nullable Instant time(@Nullable Object value) {
        if (value instanceof Long millis) {
            return Instant.ofEpochMilli(millis);
        }
        boolean written = value instanceof String text && text.matches(DATE_AND_TIME);
        return written ? Instant.parse(String.valueOf(value)) : null;
    }

    /** Some combination of one value for each field, null for a field without values. */
    private boolean anyRow(Expression expression, Predicate<Map<String, @Nullable Object>> test) {
        List<Map<String, @Nullable Object>> rows = List.of(Map.of());
        for (String field : fields(expression)) {
            List<Map<String, @Nullable Object>> longer = new ArrayList<>();
            for (Map<String, @Nullable Object> row : rows) {
                List<Object> values = values(field);
                for (int i = 0; i < Math.max(1, values.size()); i++) {
                    Map<String, @Nullable Object> next = new HashMap<>(row);
                    next.put(field, values.isEmpty() ? null : values.get(i));
                    longer.add(next);
                }
            }
            rows = longer;
        }
        return rows.stream().anyMatch(test);
    }

    private List<Object> values(String field) {
        return document.getOrDefault(field, List.of());
    }

    private @Nullable Object value(Expression expression, Map<String, @Nullable Object> row) {
        return switch (expression) {
            case Expression.Literal literal -> literal.value();
            case Expression.Field field -> row.get(field.name());
            case Expression.Not not -> negated(bool(value(not.operand(), row)));
            case Expression.And and -> connected(and.operands(), row, false);
            case Expression.Or or -> connected(or.operands(), row, true);
            case Expression.Comparison comparison -> compared(comparison, row);
            case Expression.Arithmetic arithmetic ->
                call(functionOf(arithmetic.operator()), List.of(arithmetic.left(), arithmetic.right()), row);
            case Expression.Negative negative ->
                call("subtract", List.of(new Expression.Literal(0L, NOWHERE), negative.operand()), row);
            case Expression.Call call ->
                call(call.ignoreCase() ? call.name() + "~" : call.name(), call.arguments(), row);
            case Expression.Membership in -> in.negated() ? negated(member(in, row)) : member(in, row);
            case Expression.PatternMatch match -> matched(match, row);
        };
    }

    private @Nullable Object compared(Expression.Comparison comparison, Map<String, @Nullable Object> row) {
        Object left = value(comparison.left(), row);
        Object right = value(comparison.right(), row);
        if (comparison.relation() == Relation.NOT_EQUAL) {
            return negated((Boolean) compared(positive(comparison), row));
        }
        if (comparison.relation() == Relation.EQUAL) {
            boolean nullTest = isNull(comparison.left()) || isNull(comparison.right());
            return nullTest ? (Object) (left == null && right == null) : equal(left, right);
        }
        Integer order = order(left, right);
        return order == null ? null : comparison.relation().holds(order);
    }

    private @Nullable Boolean connected(
            List<Expression> operands, Map<String, @Nullable Object> row, boolean deciding) {
        Boolean result = !deciding;
        for (Expression operand : operands) {
            Boolean next = bool(value(operand, row));
            if (next != null && next == deciding) {
                return deciding;
            }
            result = next == null ? null : result;
        }
        return result;
    }

    private @Nullable Boolean member(Expression.Membership in, Map<String, @Nullable Object> row) {
        Object value = value(in.operand(), row);
        if (value == null) {
            return null;
        }
        return in.members().stream()
                .map(this::constant)
                .anyMatch(member -> in.ignoreCase()
                        ? member != null && value.toString().equalsIgnoreCase(member.toString())
                        : isTrue(equal(value, member)));
    }

    private @Nullable Boolean matched(Expression.PatternMatch match, Map<String, @Nullable Object> row) {
        Object value = value(match.operand(), row);
        if (value == null) {
            return null;
        }
        boolean onField = match.operand() instanceof Expression.Field;
        return match.patterns().stream()
                .map(pattern -> (String) Objects.requireNonNull(pattern.value()))
                .anyMatch(pattern -> match.kind() == PatternKind.REGEX
                        ? regex(pattern, value.toString(), match.ignoreCase(), onField)
                        : wildcard(pattern, value.toString(), match.ignoreCase()));
    }

    private static boolean regex(String pattern, String text, boolean ignoreCase, boolean dotIsAll) {
        int flags = (ignoreCase ? Pattern.CASE_INSENSITIVE : 0) | (dotIsAll ? Pattern.DOTALL : 0);
        return Pattern.compile(pattern, flags).matcher(text).matches();
    }

    private static boolean wildcard(String pattern, String text, boolean ignoreCase) {
        if (pattern.isEmpty() || text.isEmpty()) {
            return text.isEmpty() && pattern.chars().allMatch(c -> c == '*');
        }
        String first = pattern.substring(0, 1);
        if (first.equals("*")) {
            return wildcard(pattern.substring(1), text, ignoreCase) || wildcard(pattern, text.substring(1), ignoreCase);
        }
        String found = text.substring(0, 1);
        boolean same = first.equals("?") || first.equals(found) || (ignoreCase && first.equalsIgnoreCase(found));
        return same && wildcard(pattern.substring(1), text.substring(1), ignoreCase);
    }

    private @Nullable Object call(String name, List<Expression> arguments, Map<String, @Nullable Object> row) {
        @Nullable Object[] values = new @Nullable Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(arguments.get(i), row);
        }
        try {
            return function(name).meaning().apply(values);
        } catch (EvaluationError error) {
            return null;
        }
    }

    private static Function function(String name) {
        boolean tilde = name.endsWith("~");
        String plain = tilde ? name.substring(0, name.length() - 1) : name;
        return Objects.requireNonNull(FunctionLibrary.find(plain, tilde), name);
    }

    private static String functionOf(ArithmeticOperator operator) {
        return operator.name().toLowerCase(Locale.ROOT);
    }

    /** Numbers by value, other values of one type as they are, unlike types by their text. */
    private static @Nullable Boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return null;
        }
        if (a instanceof Number x && b instanceof Number y) {
            return (isNan(x) || isNan(y))
                    ? Boolean.FALSE
                    : Boolean.valueOf(decimal(x).compareTo(decimal(y)) == 0);
        }
        return (a instanceof String || b instanceof String) ? a.toString().equals(b.toString()) : a.equals(b);
    }

    private static @Nullable Integer order(@Nullable Object a, @Nullable Object b) {
        if (a instanceof String x && b instanceof String y) {
            return x.compareTo(y);
        }
        BigDecimal x = number(a);
        BigDecimal y = number(b);
        return x == null || y == null ? null : Integer.valueOf(x.compareTo(y));
    }

    /** A number, or a text that writes one, which a mapping would have made one. */
    private static @Nullable BigDecimal number(@Nullable Object value) {
        if (value instanceof Number number) {
            return isNan(number) ? null : decimal(number);
        }
        boolean written = value instanceof String text && text.matches("[-+]?[0-9]+(\\.[0-9]*)?");
        return written ? new BigDecimal(String.valueOf(value)) : null;
    }

    private static BigDecimal decimal(Number number) {
        if (number instanceof Double x && Double.isInfinite(x)) {
            return x > 0 ? LARGER_THAN_ALL : LARGER_THAN_ALL.negate();
        }
        return number instanceof Long whole ? BigDecimal.valueOf(whole) : new BigDecimal(number.doubleValue());
    }

    private static boolean isNan(Number number) {
        return Double.isNaN(number.doubleValue());
    }

    private static @Nullable Boolean bool(@Nullable Object value) {
        boolean truth = value instanceof Boolean || "true".equals(value) || "false".equals(value);
        return truth ? Boolean.valueOf(String.valueOf(value)) : null;
    }

    private static @Nullable Boolean negated(@Nullable Boolean value) {
        return value == null ? null : Boolean.valueOf(!value);
    }

    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(bool(value));
    }

    private boolean isNull(Expression expression) {
        return fields(expression).isEmpty() && constant(expression) == null;
    }

    private @Nullable Object constant(Expression expression) {
        return fields(expression).isEmpty() ? value(expression, Map.of()) : null;
    }

    private static boolean isCondition(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> false;
            case Expression.Field field -> false;
            case Expression.Arithmetic arithmetic -> false;
            case Expression.Negative negative -> false;
            case Expression.Call call ->
                function(call.ignoreCase() ? call.name() + "~" : call.name()).result() == ValueType.BOOLEAN;
            default -> true;
        };
    }

    private static Expression.Comparison positive(Expression.Comparison unequal) {
        return new Expression.Comparison(Relation.EQUAL, unequal.left(), unequal.right(), NOWHERE);
    }

    private static Expression.Membership positive(Expression.Membership negated) {
        return new Expression.Membership(negated.operand(), false, negated.ignoreCase(), negated.members(), NOWHERE);
    }

    private static Set<String> fields(Expression expression) {
        Set<String> fields = new LinkedHashSet<>();
        switch (expression) {
            case Expression.Literal literal -> {}
            case Expression.Field field -> fields.add(field.name());
            case Expression.Call call -> call.arguments().forEach(argument -> fields.addAll(fields(argument)));
            case Expression.Not not -> fields.addAll(fields(not.operand()));
            case Expression.And and -> and.operands().forEach(operand -> fields.addAll(fields(operand)));
            case Expression.Or or -> or.operands().forEach(operand -> fields.addAll(fields(operand)));
            case Expression.Comparison comparison -> {
                fields.addAll(fields(comparison.left()));
                fields.addAll(fields(comparison.right()));
            }
            case Expression.Arithmetic arithmetic -> {
                fields.addAll(fields(arithmetic.left()));
                fields.addAll(fields(arithmetic.right()));
            }
            case Expression.Negative negative -> fields.addAll(fields(negative.operand()));
            case Expression.Membership in -> fields.addAll(fields(in.operand()));
            case Expression.PatternMatch match -> fields.addAll(fields(match.operand()));
        }
        return fields;
    }
}
