package io.eqlair.eql.value;

import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the language's operators mean. Nothing here looks at a locale or keeps state. */
public final class Values {
    private static final double TWO_TO_63 = 0x1p63;
    private static final Pattern WRITTEN_NUMBER =
            Pattern.compile("[-+]?([0-9]{1,400}\\.?[0-9]{0,400}|\\.[0-9]{1,400})([eE][-+]?[0-9]{1,4})?");

    private Values() {}

    /**
     * {@code a == b}; null if either is null. Numbers are equal by value. A string equals a number or a boolean if it
     * is its text form, because without a mapping nobody has converted the literal to the type of the field.
     */
    public static @Nullable Boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return null;
        }
        if (a instanceof Number x && b instanceof Number y) {
            Integer order = order(x, y);
            return order != null && order == 0;
        }
        if (a instanceof String != b instanceof String) {
            return a.toString().equals(b.toString());
        }
        return a.equals(b);
    }

    /**
     * Below zero, zero or above zero as {@code a} is less than, equal to or greater than {@code b}; null if either is
     * null or they have no order: only two numbers, by value, or two strings, by UTF-16 unit, have one.
     */
    public static @Nullable Integer compare(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return order(x, y);
        }
        return a instanceof String x && b instanceof String y ? x.compareTo(y) : null;
    }

    /**
     * As {@link #compare}, but of a number and a string that writes one the string is read as a number, because without a
     * mapping nobody has made it one.
     */
    public static @Nullable Integer compareConverted(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number && b instanceof String text) {
            return compare(a, number(text));
        }
        return a instanceof String text && b instanceof Number ? compare(number(text), b) : compare(a, b);
    }

    /** The text form, as Java writes it: {@code true}, {@code 1}, {@code 2.1828}, {@code 1.0E10}; null of null. */
    public static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    public static @Nullable Object add(@Nullable Object a, @Nullable Object b) {
        return arithmetic(a, b, Math::addExact, Double::sum);
    }

    public static @Nullable Object subtract(@Nullable Object a, @Nullable Object b) {
        return arithmetic(a, b, Math::subtractExact, (x, y) -> x - y);
    }

    public static @Nullable Object multiply(@Nullable Object a, @Nullable Object b) {
        return arithmetic(a, b, Math::multiplyExact, (x, y) -> x * y);
    }

    /** Two integers are divided to an integer, cut off towards zero. */
    public static @Nullable Object divide(@Nullable Object a, @Nullable Object b) {
        return arithmetic(a, b, (x, y) -> Math.divideExact(x, divisor(y)), (x, y) -> x / y);
    }

    /** The remainder has the sign of {@code a}. */
    public static @Nullable Object modulo(@Nullable Object a, @Nullable Object b) {
        return arithmetic(a, b, (x, y) -> x % divisor(y), (x, y) -> x % y);
    }

    public static @Nullable Object negate(@Nullable Object a) {
        return a instanceof Double number ? (Object) (-number) : subtract(0L, a);
    }

    /** The one form that stands for a UTF-16 unit in all its cases. */
    public static char fold(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /** The text with every UTF-16 unit folded, hence of the same length; the same object if nothing changes. */
    public static String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (fold(text.charAt(i)) != text.charAt(i)) {
                return foldFrom(text, i);
            }
        }
        return text;
    }

    /** Whether the texts are equal once folded. */
    public static boolean equalFolded(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        for (int i = 0; i < a.length(); i++) {
            if (a.charAt(i) != b.charAt(i) && fold(a.charAt(i)) != fold(b.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String foldFrom(String text, int start) {
        char[] folded = text.toCharArray();
        for (int i = start; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        return new String(folded);
    }

    /** The number that a text writes in digits, null if it is none. */
    private static @Nullable Number number(String text) {
        if (!WRITTEN_NUMBER.matcher(text).matches()) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException notWhole) {
            return Double.valueOf(text);
        }
    }

    private static @Nullable Object arithmetic(
            @Nullable Object a, @Nullable Object b, LongBinaryOperator integers, DoubleBinaryOperator doubles) {
        if (a instanceof Long x && b instanceof Long y) {
            return exactly(integers, x, y);
        }
        if (!isNumberOrNull(a) || !isNumberOrNull(b)) {
            throw new EvaluationError("operand is not a number");
        }
        return a instanceof Number x && b instanceof Number y
                ? doubles.applyAsDouble(x.doubleValue(), y.doubleValue())
                : null;
    }

    private static long exactly(LongBinaryOperator operator, long a, long b) {
        try {
            return operator.applyAsLong(a, b);
        } catch (ArithmeticException overflow) {
            throw new EvaluationError("integer overflow");
        }
    }

    private static long divisor(long value) {
        if (value == 0) {
            throw new EvaluationError("integer division by zero");
        }
        return value;
    }

    private static boolean isNumberOrNull(@Nullable Object value) {
        return value == null || value instanceof Number;
    }

    /** The order of two numbers by value; null if one is not a number in the sense of IEEE 754. */
    private static @Nullable Integer order(Number a, Number b) {
        if (isNan(a) || isNan(b)) {
            return null;
        }
        if (a instanceof Long x) {
            return b instanceof Long y ? Long.compare(x, y) : orderMixed(x, b.doubleValue());
        }
        return b instanceof Long y ? -orderMixed(y, a.doubleValue()) : order(a.doubleValue(), b.doubleValue());
    }

    /** Unlike {@link Double#compare}, takes the two zeros to be equal. */
    private static int order(double a, double b) {
        return a < b ? -1 : a > b ? 1 : 0;
    }

    /** Compares without rounding the integer to a double, which loses its last digits beyond 2^53. */
    private static int orderMixed(long a, double b) {
        if (b >= TWO_TO_63) {
            return -1;
        }
        if (b < -TWO_TO_63) {
            return 1;
        }
        long whole = (long) b;
        return a != whole ? Long.compare(a, whole) : order((double) whole, b);
    }

    private static boolean isNan(Number number) {
        return number instanceof Double value && value.isNaN();
    }
}
