package io.eqlair.eql.parser;

import io.eqlair.eql.source.Diagnostic;
import io.eqlair.eql.source.EqlException;
import io.eqlair.eql.source.Source;
import io.eqlair.eql.source.Span;
import io.eqlair.problem.Problem;
import java.util.List;
import java.util.Locale;

/** Says what is wrong where text is no token of EQL, mostly because it is one of another language. */
final class StrayText {

    /** What EQL calls an operator of another language. */
    private record Foreign(String operator, String ours) {}

    /** Longer ones before those that they begin with. */
    private static final List<Foreign> FOREIGN_OPERATORS = List.of(
            new Foreign("===", "=="),
            new Foreign("!==", "!="),
            new Foreign("<>", "!="),
            new Foreign("=>", ">="),
            new Foreign("=<", "<="),
            new Foreign("&&", "and"),
            new Foreign("&", "and"),
            new Foreign("||", "or"));

    private static final String TYPOGRAPHIC_QUOTES = "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb";

    private final Source source;
    private final String text;

    StrayText(Source source) {
        this.source = source;
        this.text = source.text();
    }

    /** Refuses an operator of another language. */
    void checkOperator(int at) {
        for (Foreign foreign : FOREIGN_OPERATORS) {
            if (text.startsWith(foreign.operator(), at)) {
                Span span = new Span(at, at + foreign.operator().length());
                throw refuse(Problem.EQL_OTHER_OPERATOR, span, foreign.operator(), foreign.ours());
            }
        }
    }

    /** Refuses {@code ?"text"}, which an older dialect has for strings without escapes. */
    void checkOptionalString(int at) {
        if (text.startsWith("?\"", at) || text.startsWith("?'", at)) {
            throw quoted(at, at + 1, text.substring(at + 1, at + 2));
        }
    }

    /** A character that begins no token. */
    EqlException character(int at) {
        char c = text.charAt(at);
        Span span = new Span(at, text.offsetByCodePoints(at, 1));
        return switch (c) {
            case '\'' -> quoted(at, at, "'");
            case '!' -> refuse(Problem.EQL_EXCLAMATION, span);
            case ';' -> refuse(Problem.EQL_SEMICOLON, span);
            case '~' -> refuse(Problem.EQL_TILDE, span);
            case '\\' -> refuse(Problem.EQL_BACKSLASH, span);
            default -> TYPOGRAPHIC_QUOTES.indexOf(c) >= 0 ? quoted(at, at, TYPOGRAPHIC_QUOTES) : unknown(span);
        };
    }

    /** A string that is still open at the end of its line. */
    EqlException openString(int start, int lineEnd) {
        Span span = new Span(start, lineEnd);
        String written = source.slice(span);
        int escapedQuote = written.lastIndexOf("\\\"");
        if (escapedQuote < 0) {
            return refuse(Problem.EQL_STRING_OPEN, span, "\"");
        }
        String meant = written.substring(1, escapedQuote) + "\\";
        return refuse(Problem.EQL_STRING_ESCAPED_END, span, StringLiteral.suggestion(meant));
    }

    /** A string in triple quotes that is still open at the end of its line. */
    EqlException openRawString(int start) {
        return refuse(Problem.EQL_STRING_OPEN, new Span(start, lineEnd(start)), "\"\"\"");
    }

    /** An escaped number of a character that there is not. */
    EqlException codePoint(int at) {
        int end = closing(at, "}\"");
        boolean closed = end < text.length() && text.charAt(end) == '}';
        return refuse(Problem.EQL_CODE_POINT, new Span(at, closed ? end + 1 : end));
    }

    /** A backslash in a string that begins no escape. */
    EqlException escape(int stringStart, int at) {
        int end = at + 1 < text.length() ? text.offsetByCodePoints(at + 1, 1) : at + 1;
        Span span = new Span(at, Math.min(end, lineEnd(at)));
        String written = text.substring(stringStart + 1, closing(stringStart, "\""));
        return refuse(Problem.EQL_ESCAPE, span, source.slice(span), StringLiteral.suggestion(written));
    }

    private EqlException quoted(int start, int quote, String marks) {
        int end = closing(quote, marks);
        Span span = new Span(start, Math.min(end + 1, lineEnd(quote)));
        return refuse(Problem.EQL_OTHER_QUOTES, span, StringLiteral.suggestion(text.substring(quote + 1, end)));
    }

    private EqlException unknown(Span span) {
        int character = text.codePointAt(span.start());
        return isVisible(character)
                ? refuse(Problem.EQL_CHARACTER, span, source.slice(span))
                : refuse(Problem.EQL_INVISIBLE, span, String.format(Locale.ROOT, "U+%04X", character));
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Where the next of some characters stands on the line, else the line's end. */
    private int closing(int quote, String marks) {
        int lineEnd = lineEnd(quote);
        int end = quote + 1;
        while (end < lineEnd && marks.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return Math.min(end, lineEnd);
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private EqlException refuse(Problem problem, Span span, Object... arguments) {
        return new EqlException(source, Diagnostic.of(problem, span, arguments));
    }
}
