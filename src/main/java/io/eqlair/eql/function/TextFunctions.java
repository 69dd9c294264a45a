package io.eqlair.eql.function;

import io.eqlair.eql.value.EvaluationError;
import io.eqlair.eql.value.Values;
import org.jspecify.annotations.Nullable;

/**
 * The functions of text whose rules do not fit into a line. Their arguments are whatever an event holds; numbers and
 * booleans count as their text.
 */
final class TextFunctions {
    private TextFunctions() {}

    /** What lies between the first {@code left} and the next {@code right} after it; if greedy, the last one. */
    static @Nullable Object between(@Nullable Object[] arguments, boolean ignoreCase) {
        String source = Values.text(arguments[0]);
        String left = Values.text(arguments[1]);
        String right = Values.text(arguments[2]);
        if (source == null || left == null || right == null) {
            return null;
        }
        if (source.isEmpty() || left.isEmpty() || right.isEmpty()) {
            return source;
        }
        boolean greedy = Arguments.isTrue(arguments, 3);
        return ignoreCase
                ? cut(source, Values.fold(source), Values.fold(left), Values.fold(right), greedy)
                : cut(source, source, left, right, greedy);
    }

    /** Searches in {@code searched}, which has the characters of the source in the same places. */
    private static String cut(String source, String searched, String left, String right, boolean greedy) {
        int found = searched.indexOf(left);
        if (found < 0) {
            return "";
        }
        int start = found + left.length();
        int end = greedy ? searched.lastIndexOf(right) : searched.indexOf(right, start);
        return end < start ? "" : source.substring(start, end);
    }

    /** As upstream has it, an empty text contains nothing and is contained in nothing. */
    static boolean contains(String source, String part) {
        return !part.isEmpty() && source.contains(part);
    }

    static @Nullable Object length(@Nullable Object[] arguments) {
        String source = Values.text(arguments[0]);
        return source == null ? null : (Object) (long) source.length();
    }

    static @Nullable Object concat(@Nullable Object[] arguments) {
        StringBuilder text = new StringBuilder();
        for (Object argument : arguments) {
            if (argument == null) {
                return null;
            }
            text.append(argument);
        }
        return text.toString();
    }

    /** The first position, null if there is none. */
    static @Nullable Object indexOf(@Nullable Object[] arguments, boolean ignoreCase) {
        String source = Values.text(arguments[0]);
        String searched = Values.text(arguments[1]);
        if (source == null || searched == null) {
            return null;
        }
        Integer start = Arguments.integer(arguments, 2);
        int from = start == null ? 0 : start;
        int found =
                ignoreCase ? Values.fold(source).indexOf(Values.fold(searched), from) : source.indexOf(searched, from);
        return found < 0 ? null : (Object) (long) found;
    }

    /** A slice as Python cuts it: negative positions count from the end, all are clamped. */
    static @Nullable Object substring(@Nullable Object[] arguments) {
        String source = Values.text(arguments[0]);
        if (source == null) {
            return null;
        }
        Integer start = Arguments.integer(arguments, 1);
        if (start == null) {
            return source;
        }
        Integer end = Arguments.integer(arguments, 2);
        int from = clamp(start, source.length());
        int to = end == null ? source.length() : clamp(end, source.length());
        return from < to ? source.substring(from, to) : "";
    }

    private static int clamp(int position, int length) {
        return Math.clamp(position < 0 ? (long) position + length : position, 0, length);
    }

    /**
     * The number that a text writes. Base 10 takes whatever {@link Double#valueOf(String)} takes, as upstream does;
     * other bases take integers only. {@code 0x} in front means base 16 unless another base is given.
     */
    static @Nullable Object number(@Nullable Object[] arguments) {
        String text = Values.text(arguments[0]);
        if (text == null) {
            return null;
        }
        Integer base = Arguments.integer(arguments, 1);
        boolean prefixed = text.startsWith("0x");
        int radix = base != null ? base : prefixed ? 16 : 10;
        try {
            return radix == 10
                    ? decimal(text)
                    : Long.valueOf(prefixed && radix == 16 ? text.substring(2) : text, radix);
        } catch (NumberFormatException e) {
            throw new EvaluationError("text is not a number");
        }
    }

    private static Number decimal(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return Double.valueOf(text);
        }
    }
}
