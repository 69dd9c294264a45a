package io.eqlair.eql.pattern;

import io.eqlair.problem.Problem;

/**
 * The characters for which RE2/J looks for other cases without end: nine old letters of Cyrillic, U+1C80 to U+1C88, whose other
 * cases do not lead back to them. Where case is ignored, an expression may have none of them, nor a range that holds them.
 */
final class EndlessFolds {

    private static final int FIRST = 0x1C80;
    private static final int LAST = 0x1C88;

    /** What stands for more than one character, or for none. */
    private static final int NO_CHARACTER = -1;

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
        int before = NO_CHARACTER;
        while (at < pattern.length()) {
            int start = at;
            boolean range = pattern.charAt(at) == '-' && before != NO_CHARACTER && at + 1 < pattern.length();
            at += range ? 1 : 0;
            int next = next();
            if (next >= FIRST && (range ? before : next) <= LAST) {
                throw new PatternError(Problem.REGEX_FOLD, pattern, start);
            }
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
        return Character.isLetterOrDigit(escaped) ? NO_CHARACTER : escaped;
    }

    /** {@code 41} or {@code {1F600}}; what is not well formed is refused later. */
    private int number() {
        boolean braces = pattern.startsWith("{", at);
        int end = braces ? pattern.indexOf('}', at) : at + 2;
        if (end < 0 || end > pattern.length()) {
            return NO_CHARACTER;
        }
        String digits = pattern.substring(braces ? at + 1 : at, end);
        at = braces ? end + 1 : end;
        try {
            return Integer.parseInt(digits, 16);
        } catch (NumberFormatException malformed) {
            return NO_CHARACTER;
        }
    }
}
