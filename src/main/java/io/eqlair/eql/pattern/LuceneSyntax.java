package io.eqlair.eql.pattern;

import io.eqlair.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Says in words for people what Lucene says to its programmers, and where in the expression it is. */
final class LuceneSyntax {
    private static final String POSITION = "at position ";
    private static final String UNKNOWN_ESCAPE = "invalid character class \\";

    private LuceneSyntax() {}

    static PatternError explain(String pattern, @Nullable String reason) {
        String text = String.valueOf(reason);
        int position = position(text);
        if (text.startsWith("expected '")) {
            return new PatternError(Problem.REGEX_UNCLOSED, pattern, position, text.charAt("expected '".length()));
        }
        if (text.startsWith("end-of-string expected")) {
            return new PatternError(Problem.REGEX_STRAY_PARENTHESIS, pattern, position);
        }
        if (text.startsWith("unexpected end-of-string")) {
            return new PatternError(Problem.REGEX_ENDS_EARLY, pattern, pattern.length());
        }
        if (text.startsWith(UNKNOWN_ESCAPE)) {
            String letter = Character.toString(Integer.parseInt(text.substring(UNKNOWN_ESCAPE.length())));
            return new PatternError(Problem.REGEX_ESCAPE_UNKNOWN, pattern, pattern.indexOf("\\" + letter), letter);
        }
        return explainNumbers(pattern, text, position);
    }

    private static PatternError explainNumbers(String pattern, String text, int position) {
        if (text.startsWith("interval syntax error")) {
            return new PatternError(Problem.REGEX_INTERVAL, pattern, pattern.lastIndexOf('<', position));
        }
        if (text.endsWith("' not found")) {
            String name = text.substring(1, text.length() - "' not found".length());
            return new PatternError(Problem.REGEX_INTERVAL, pattern, pattern.indexOf("<" + name + ">"));
        }
        if (text.startsWith("invalid range")) {
            return new PatternError(
                    Problem.REGEX_SYNTAX, pattern, -1, "a range in `[…]` runs from a higher to a lower character");
        }
        return new PatternError(Problem.REGEX_REPETITION, pattern, position);
    }

    /** Lucene counts in UTF-16 units, too. */
    private static int position(String text) {
        int found = text.indexOf(POSITION);
        return found < 0 ? -1 : Integer.parseInt(text.substring(found + POSITION.length()));
    }
}
