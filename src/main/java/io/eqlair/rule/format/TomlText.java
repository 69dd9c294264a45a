package io.eqlair.rule.format;

import java.util.Locale;
import java.util.regex.Pattern;

/** Puts texts and keys between the quotes that keep them most readable. */
final class TomlText {

    private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z0-9_-]+");
    private static final String ESCAPED = "\b\t\n\f\r\"\\";
    private static final String ESCAPES = "btnfr\"\\";
    private static final char DELETE = 0x7f;

    private TomlText() {}

    static String key(Object key) {
        String name = key.toString();
        return BARE_KEY.matcher(name).matches() ? name : basic(name);
    }

    /** On one line: as it is between single quotes if it has backslashes or quotes, else between double ones. */
    static String ofLine(String text) {
        boolean awkward = text.indexOf('"') >= 0 || text.indexOf('\\') >= 0;
        boolean literal = awkward && text.indexOf('\'') < 0 && text.chars().noneMatch(TomlText::isControl);
        return literal ? "'" + text + "'" : basic(text);
    }

    /** On the lines that the text has. */
    static String ofLines(String text) {
        if (text.indexOf('\n') < 0) {
            return ofLine(text);
        }
        boolean controls = text.chars().anyMatch(c -> c != '\n' && c != '\t' && isControl(c));
        boolean literal = !controls && !text.contains("'''") && !text.endsWith("'");
        return literal ? "'''\n" + text + "'''" : "\"\"\"\n" + escapedLines(text) + "\"\"\"";
    }

    private static String escapedLines(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean asItIs =
                    c == '\n' || c == '\t' || (c == '"' && !text.startsWith("\"\"", i) && i < text.length() - 1);
            escaped.append(asItIs ? String.valueOf(c) : escaped(c));
        }
        return escaped.toString();
    }

    private static String basic(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(escaped((char) c)));
        return quoted.append('"').toString();
    }

    private static String escaped(char c) {
        int index = ESCAPED.indexOf(c);
        if (index >= 0) {
            return "\\" + ESCAPES.charAt(index);
        }
        return isControl(c) ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c);
    }

    /** What may not stand in a text as it is. */
    private static boolean isControl(int c) {
        return c < ' ' || c == DELETE;
    }
}
