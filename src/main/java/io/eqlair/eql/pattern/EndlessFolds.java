package io.eqlair.eql.pattern;

import io.eqlair.problem.Problem;

/**
 * The characters for which RE2/J looks for other cases without end: nine old letters of Cyrillic, U+1C80 to U+1C88, whose other
 * cases do not lead back to them. Where case is ignored, an expression may have none of them, nor a range that holds them.
 */
final class EndlessFolds {

    private static final int FIRST = 0x1C80;
    private static final int LAST = 0x1C88;

    /** Another escape: of a character far below those, or of a set of them, which no range begins with. */
    private static final int LOW = 0;

    private final String pattern;
    private int at;

    private EndlessFolds(String pattern) {
        this.pattern = pattern;
    }

    /** Refuses an expression that would take for ever to compile. A minus is taken for that of a range wherever it stands. */
    static void check(String pattern, boolean ignoreCase) {
        if (ignoreCase || pattern.contains("(?")) {
            new EndlessFolds(pattern).check();
        }
    }

    private void check() {
        int before = 0;
        int first = Integer.MAX_VALUE; // of a range that ends with the next character
        while (at < pattern.length()) {
            int start = at;
            boolean minus = pattern.charAt(at) == '-';
            int next = next();
            if (next >= FIRST && Math.min(next, first) <= LAST) {
                throw new PatternError(Problem.REGEX_FOLD, pattern, start);
            }
            first = minus ? before : Integer.MAX_VALUE;
            before = next;
        }
    }

    /** The character that comes next, written as itself or by its number. */
    private int next() {
        int next = pattern.codePointAt(at);
        at += Character.charCount(next);
        if (next != '\\' || at == pattern.length()) {
            return next;
        }
        int escaped = pattern.codePointAt(at);
        at += Character.charCount(escaped);
        if (escaped == 'x') {
            return number();
        }
        return escaped < 0x80 && Character.isLetterOrDigit(escaped) ? LOW : escaped;
    }

    /** {@code 41} or {@code {1F600}}; what is not well formed stands for itself between {@code \Q} and {@code \E}. */
    private int number() {
        boolean braces = pattern.startsWith("{", at);
        int end = braces ? pattern.indexOf('}', at) : at + 2;
        if (end < 0 || end > pattern.length()) {
            return LOW;
        }
        try {
            int number = Integer.parseInt(pattern.substring(braces ? at + 1 : at, end), 16);
            at = braces ? end + 1 : end;
            return number;
        } catch (NumberFormatException malformed) {
            return LOW;
        }
    }
}
