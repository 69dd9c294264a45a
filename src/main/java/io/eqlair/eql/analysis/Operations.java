package io.eqlair.eql.analysis;

import io.eqlair.eql.ast.ArithmeticOperator;
import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.ast.Relation;
import io.eqlair.eql.function.Meaning;
import io.eqlair.eql.pattern.TextPattern;
import io.eqlair.eql.value.EvaluationError;
import io.eqlair.eql.value.Values;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operators as operations, in three-valued logic: null stands for unknown. */
final class Operations {

    static final Operation NOT = new Operation("not", arguments -> not(arguments[0]));
    static final Operation AND = new Operation("and", arguments -> connect(arguments, Boolean.FALSE));
    static final Operation OR = new Operation("or", arguments -> connect(arguments, Boolean.TRUE));
    static final Operation IS_NULL = new Operation("is null", arguments -> arguments[0] == null);
    static final Operation NEGATE = new Operation("negate", arguments -> Values.negate(arguments[0]));

    private Operations() {}

    static Operation arithmetic(ArithmeticOperator operator) {
        Meaning meaning = switch (operator) {
            case ADD -> arguments -> Values.add(arguments[0], arguments[1]);
            case SUBTRACT -> arguments -> Values.subtract(arguments[0], arguments[1]);
            case MULTIPLY -> arguments -> Values.multiply(arguments[0], arguments[1]);
            case DIVIDE -> arguments -> Values.divide(arguments[0], arguments[1]);
            case MODULO -> arguments -> Values.modulo(arguments[0], arguments[1]);
        };
        return new Operation(operator.symbol(), meaning);
    }

    static Operation comparison(Relation relation) {
        Meaning meaning = switch (relation) {
            case EQUAL -> arguments -> Values.equal(arguments[0], arguments[1]);
            case NOT_EQUAL -> arguments -> not(Values.equal(arguments[0], arguments[1]));
            case LESS, AT_MOST, GREATER, AT_LEAST -> arguments -> ordered(relation, arguments);
        };
        return new Operation(relation.symbol(), meaning);
    }

    static Operation membership(List<@Nullable Object> members, boolean ignoreCase) {
        String text = (ignoreCase ? "in~ " : "in ") + listed(members);
        return new Operation(text, arguments -> isMember(arguments[0], members, ignoreCase));
    }

    /** The dialect of a regular expression is not told apart: it follows from the operand. */
    static Operation match(Expression.PatternMatch match, List<String> patterns, TextPattern pattern) {
        String text = match.kind() + (match.ignoreCase() ? "~ " : " ") + listed(patterns);
        return new Operation(text, arguments -> {
            String value = Values.text(arguments[0]);
            return value == null ? null : pattern.matches(value);
        });
    }

    /** A text that no other list has. */
    private static String listed(List<? extends @Nullable Object> values) {
        return values.stream()
                .map(value -> value instanceof String text ? text.length() + ":" + text : String.valueOf(value))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static @Nullable Boolean ordered(Relation relation, @Nullable Object[] arguments) {
        Integer comparison = Values.compareConverted(arguments[0], arguments[1]);
        return comparison == null ? null : relation.holds(comparison);
    }

    private static @Nullable Boolean isMember(
            @Nullable Object value, List<@Nullable Object> members, boolean ignoreCase) {
        if (value == null) {
            return null;
        }
        String text = ignoreCase ? Values.text(value) : null;
        for (Object member : members) {
            boolean equal = (text != null && member instanceof String other)
                    ? Values.equalFolded(text, other)
                    : Boolean.TRUE.equals(Values.equal(value, member));
            if (equal) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Boolean not(@Nullable Object value) {
        return value == null ? null : Boolean.valueOf(!truth(value));
    }

    /**
     * {@code and} and {@code or} are mirror images: one value decides, wherever it stands; else an operand that is no
     * boolean fails, else null wins, else it is the other value.
     */
    private static @Nullable Boolean connect(@Nullable Object[] arguments, Boolean deciding) {
        boolean unknown = false;
        EvaluationError failure = null;
        for (Object argument : arguments) {
            try {
                unknown |= argument == null;
                if (argument != null && truth(argument) == deciding) {
                    return deciding;
                }
            } catch (EvaluationError error) {
                failure = error;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return unknown ? null : Boolean.valueOf(!deciding);
    }

    /** A field of booleans may come as texts. */
    private static boolean truth(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true");
        }
        throw new EvaluationError("not a boolean");
    }
}
