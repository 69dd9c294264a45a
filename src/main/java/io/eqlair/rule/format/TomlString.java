package io.eqlair.rule.format;

import java.util.ArrayList;
import java.util.List;

/** A TOML string of any of the four kinds, read for its value and for where each part of that stands in the file. */
final class TomlString {

    private static final int MOST_CLOSING_QUOTES = 5;
    private static final String ESCAPED = "btnfr\"\\";
    private static final String MEANING = "\b\t\n\f\r\"\\";

    private final String text;
    private final char quote;
    private final boolean multiline;
    private final StringBuilder value = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    private int at;

    private TomlString(String text, int start) {
        this.text = text;
        this.quote = text.charAt(start);
        this.multiline = text.startsWith(String.valueOf(quote).repeat(3), start);
        this.at = start + (multiline ? 3 : 1);
    }

    /** Reads the string whose first quote is at an offset. One that is not closed ends with its line, or with the text. */
    static TomlString read(String text, int start) {
        TomlString string = new TomlString(text, start);
        string.content();
        return string;
    }

    String value() {
        return value.toString();
    }

    /** The offset after the closing quotes. */
    int end() {
        return at;
    }

    QueryPlace place(TextLines lines) {
        return new QueryPlace(marks.stream()
                .map(mark -> new QueryPlace.Anchor(mark.valueOffset(), lines.position(mark.textOffset())))
                .toList());
    }

    private void content() {
        if (multiline && at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        mark();
        while (at < text.length() && !closed()) {
            character(text.charAt(at));
        }
    }

    private boolean closed() {
        if (multiline) {
            return closedByThree();
        }
        char c = text.charAt(at);
        at += c == quote ? 1 : 0;
        return c == quote || c == '\n';
    }

    /** Up to two quotes directly before the closing three belong to the value. */
    private boolean closedByThree() {
        int quotes = 0;
        while (quotes < MOST_CLOSING_QUOTES && at + quotes < text.length() && text.charAt(at + quotes) == quote) {
            quotes++;
        }
        if (quotes < 3) {
            return false;
        }
        value.append(String.valueOf(quote).repeat(quotes - 3));
        at += quotes;
        return true;
    }

    private void character(char c) {
        if (c == '\\' && quote == '"') {
            escape();
            mark();
            return;
        }
        value.append(c);
        at++;
        if (c == '\n') {
            mark();
        }
    }

    private void escape() {
        at++;
        char c = at < text.length() ? text.charAt(at) : '\n';
        switch (c) {
            case 'u' -> codePoint(4);
            case 'U' -> codePoint(8);
            case ' ', '\t', '\n' -> skipWhiteSpace();
            default -> simpleEscape(c);
        }
    }

    /** A backslash at the end of a line takes all white space up to the next character with it. */
    private void skipWhiteSpace() {
        while (at < text.length() && " \t\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void simpleEscape(char c) {
        int index = ESCAPED.indexOf(c);
        value.append(index < 0 ? c : MEANING.charAt(index));
        at++;
    }

    private void codePoint(int digits) {
        int start = Math.min(at + 1, text.length());
        at = Math.min(start + digits, text.length());
        int code = 0;
        for (int i = start; i < at; i++) {
            code = code * 16 + Math.max(0, Character.digit(text.charAt(i), 16));
        }
        value.appendCodePoint(Character.isValidCodePoint(code) ? code : '?');
    }

    private void mark() {
        marks.add(new Mark(value.length(), at));
    }

    private record Mark(int valueOffset, int textOffset) {}
}
