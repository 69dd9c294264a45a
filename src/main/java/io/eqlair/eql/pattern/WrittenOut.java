package io.eqlair.eql.pattern;

/**
 * How large an expression is once its counted repetitions are written out, as RE2/J does without a bound when they are
 * nested: {@code (ab{3}){2}} becomes {@code (abbb)(abbb)}, of size 10. Parentheses and operators count, too; characters
 * in classes are counted one by one, which is more than they take.
 */
final class WrittenOut {
    private static final long MANY = Integer.MAX_VALUE;

    private final String pattern;
    /** By depth, the size of what stands in the parentheses that are open. */
    private final long[] sizes = new long[Regex.MAX_DEPTH + 1];

    private int depth;
    private long last;

    private WrittenOut(String pattern) {
        this.pattern = pattern;
    }

    /** The size, or some number above a thousand million. */
    static long size(String pattern) {
        return new WrittenOut(pattern).measure();
    }

    private long measure() {
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> {
                    add(1);
                    i = escapeEnd(i + 1);
                }
                case '(' -> sizes[++depth] = 0;
                case ')' -> close();
                case '{' -> repeat(count(i + 1));
                default -> add(1);
            }
        }
        return sizes[0];
    }

    /** The last character of an escape; the braces of {@code \x{1F600}} and {@code \p{Greek}} repeat nothing. */
    private int escapeEnd(int letter) {
        boolean braces = letter < pattern.length()
                && "xpP".indexOf(pattern.charAt(letter)) >= 0
                && pattern.startsWith("{", letter + 1);
        return braces ? Math.max(letter, pattern.indexOf('}', letter)) : letter;
    }

    private void add(long size) {
        last = size;
        sizes[depth] = Math.min(MANY, sizes[depth] + size);
    }

    private void close() {
        if (depth > 0) {
            depth--;
            add(sizes[depth + 1] + 1);
        }
    }

    private void repeat(long times) {
        long once = last;
        if (times > 1) {
            add(Math.min(MANY, once * (times - 1)));
            last = Math.min(MANY, once * times);
        }
    }

    /** The larger number of {@code 3}, {@code 3,} or {@code 1,3}; RE2/J itself refuses more than a thousand. */
    private long count(int start) {
        long count = 0;
        long number = 0;
        for (int i = start; i < pattern.length() && pattern.charAt(i) != '}'; i++) {
            int digit = pattern.charAt(i) - '0';
            number = digit >= 0 && digit <= 9 ? Math.min(1_000, number * 10 + digit) : 0;
            count = Math.max(count, number);
        }
        return count;
    }
}
