package io.eqlair.eql.parser;

import java.util.Locale;

/** Writes strings as EQL reads them. */
final class StringLiteral {

    private static final int LONGEST_SUGGESTION = 120;
    private static final String ESCAPED = "\b\t\n\f\r\"\\";
    private static final String LETTERS = "btnfr\"\\";

    private StringLiteral() {}

    /** A literal that is read as this value: in triple quotes where that saves doubling backslashes. */
    static String of(String value) {
        boolean plain = value.chars().noneMatch(c -> c == '"' || isControl((char) c));
        if (plain) {
            return value.indexOf('\\') < 0 ? "\"" + value + "\"" : "\"\"\"" + value + "\"\"\"";
        }
        StringBuilder literal = new StringBuilder("\"");
        value.chars().forEach(c -> append(literal, (char) c));
        return literal.append('"').toString();
    }

    /**
     * What to write for a string whose quotes or backslashes are not EQL's; for messages.
     *
     * @param written what stands between the quotes; a backslash before a quote or another one is taken for an escape
     */
    static String suggestion(String written) {
        return written.length() > LONGEST_SUGGESTION
                ? "\"\"\"…\"\"\""
                : of(written.replaceAll("\\\\([\"'\\\\])", "$1"));
    }

    private static void append(StringBuilder literal, char c) {
        int escaped = ESCAPED.indexOf(c);
        if (escaped >= 0) {
            literal.append('\\').append(LETTERS.charAt(escaped));
        } else if (isControl(c)) {
            literal.append(String.format(Locale.ROOT, "\\u{%02x}", (int) c));
        } else {
            literal.append(c);
        }
    }

    private static boolean isControl(char c) {
        return c < ' ' || c == 127;
    }
}
