package io.eqlair.eql.parser;

import io.eqlair.eql.source.Diagnostic;
import io.eqlair.eql.source.EqlException;
import io.eqlair.eql.source.Source;
import io.eqlair.eql.source.Span;
import io.eqlair.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a query's text into tokens; white space and comments, which nest, fall between them. */
final class Lexer {

    /** The words of the language. They are lower case only: {@code AND} is a name. */
    static final Set<String> WORDS = Set.of(
            "and",
            "any",
            "by",
            "false",
            "in",
            "join",
            "like",
            "maxspan",
            "not",
            "null",
            "of",
            "or",
            "regex",
            "sample",
            "sequence",
            "true",
            "until",
            "where",
            "with");

    private static final Set<String> WORDS_WITH_TILDE = Set.of("in", "like", "regex");
    private static final Set<String> LONG_SYMBOLS = Set.of("==", "!=", "<=", ">=", "![");

    private static final String SYMBOLS = ":=<>+-*/%.,[]()|?";

    private final Source source;
    private final String text;
    private final StrayText stray;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Lexer(Source source) {
        this.source = source;
        this.text = source.text();
        this.stray = new StrayText(source);
    }

    /** All tokens, the last being {@link TokenKind#END}. */
    List<Token> tokens() {
        skipBlanks();
        while (at < text.length()) {
            next();
            skipBlanks();
        }
        addEnd();
        return tokens;
    }

    /** The end lies directly behind the last token: a message about it should show that line, not a blank one. */
    private void addEnd() {
        int end = tokens.isEmpty() ? 0 : tokens.getLast().span().end();
        tokens.add(new Token(TokenKind.END, "", new Span(end, end)));
    }

    private void next() {
        char c = text.charAt(at);
        if (isNameStart(c)) {
            name();
        } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
        } else if (c == '"') {
            string();
        } else if (c == '`') {
            quotedName();
        } else {
            symbol();
        }
    }

    private void skipBlanks() {
        while (at < text.length()) {
            if (" \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                comment();
            } else {
                return;
            }
        }
    }

    private void comment() {
        int start = at;
        int depth = 0;
        do {
            if (at >= text.length()) {
                throw refuse(Problem.EQL_COMMENT_OPEN, new Span(start, start + 2));
            }
            depth += text.startsWith("/*", at) ? 1 : text.startsWith("*/", at) ? -1 : 0;
            at += text.startsWith("/*", at) || text.startsWith("*/", at) ? 2 : 1;
        } while (depth > 0);
    }

    private void name() {
        int start = at;
        while (at < text.length() && (isNameStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        String name = text.substring(start, at);
        boolean tilde = peek(0) == '~' && (WORDS_WITH_TILDE.contains(name) || isLetter(name.charAt(0)));
        if (tilde && !WORDS_WITH_TILDE.contains(name)) {
            at++;
            add(TokenKind.TILDE_NAME, name, start);
        } else if (WORDS.contains(name)) {
            at += tilde ? 1 : 0;
            add(TokenKind.WORD, tilde ? name + "~" : name, start);
        } else {
            add(TokenKind.NAME, name, start);
        }
    }

    private void quotedName() {
        int start = at++;
        StringBuilder name = new StringBuilder();
        while (peek(0) != '`' || peek(1) == '`') {
            if (at >= text.length()) {
                throw refuse(Problem.EQL_NAME_OPEN, new Span(start, start + 1));
            }
            at += peek(0) == '`' ? 1 : 0;
            name.append(text.charAt(at++));
        }
        at++;
        if (name.isEmpty()) {
            throw refuse(Problem.EQL_NAME_EMPTY, new Span(start, at));
        }
        add(TokenKind.QUOTED_NAME, name.toString(), start);
    }

    private void number() {
        int start = at;
        skipDigits();
        boolean decimal = peek(0) == '.';
        if (decimal) {
            at++;
            skipDigits();
        }
        int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
        if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(1 + sign))) {
            at += 1 + sign;
            skipDigits();
            decimal = true;
        }
        add(decimal ? TokenKind.DECIMAL : TokenKind.INTEGER, text.substring(start, at), start);
    }

    private void skipDigits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private void string() {
        int start = at;
        if (text.startsWith("\"\"\"", at)) {
            rawString(start);
            return;
        }
        at++;
        StringBuilder content = new StringBuilder();
        while (peek(0) != '"') {
            if (atLineEnd()) {
                throw stray.openString(start, at);
            }
            if (peek(0) == '\\') {
                escape(start, content);
            } else {
                content.append(text.charAt(at++));
            }
        }
        at++;
        add(TokenKind.STRING, content.toString(), start);
    }

    /** Ends at the first three quotes; one or two more directly behind them still belong to the content. */
    private void rawString(int start) {
        int end = text.indexOf("\"\"\"", start + 3);
        if (end < 0 || breaksLine(start, end)) {
            throw stray.openRawString(start);
        }
        for (int more = 0; more < 2 && end + 3 < text.length() && text.charAt(end + 3) == '"'; more++) {
            end++;
        }
        at = end + 3;
        add(TokenKind.STRING, text.substring(start + 3, end), start);
    }

    private boolean breaksLine(int start, int end) {
        return text.substring(start, end).chars().anyMatch(c -> c == '\n' || c == '\r');
    }

    private void escape(int stringStart, StringBuilder content) {
        int simple = "btnfr\"'\\".indexOf(peek(1));
        if (simple >= 0 && at + 1 < text.length()) {
            content.append("\b\t\n\f\r\"'\\".charAt(simple));
            at += 2;
        } else if (text.startsWith("\\u{", at)) {
            codePoint(content);
        } else {
            throw stray.escape(stringStart, at);
        }
    }

    private void codePoint(StringBuilder content) {
        int digits = at + 3;
        int end = digits;
        while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0 && text.charAt(end) < 128) {
            end++;
        }
        boolean closed = end < text.length() && text.charAt(end) == '}';
        int count = end - digits;
        long code = closed && count >= 2 && count <= 8 ? Long.parseLong(text.substring(digits, end), 16) : -1;
        if (code < 0 || code > Character.MAX_CODE_POINT || (code >= 0xD800 && code <= 0xDFFF)) {
            throw stray.codePoint(at);
        }
        content.appendCodePoint((int) code);
        at = end + 1;
    }

    private void symbol() {
        int start = at;
        stray.checkOperator(at);
        if (at + 2 <= text.length() && LONG_SYMBOLS.contains(text.substring(at, at + 2))) {
            at += 2;
        } else if (SYMBOLS.indexOf(text.charAt(at)) >= 0) {
            stray.checkOptionalString(at);
            at++;
        } else {
            throw stray.character(at);
        }
        add(TokenKind.SYMBOL, text.substring(start, at), start);
    }

    private boolean atLineEnd() {
        return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    /** The character some places ahead, NUL behind the end. */
    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    private void add(TokenKind kind, String content, int start) {
        tokens.add(new Token(kind, content, new Span(start, at)));
    }

    private EqlException refuse(Problem problem, Span span, Object... arguments) {
        return new EqlException(source, Diagnostic.of(problem, span, arguments));
    }

    private static boolean isNameStart(char c) {
        return isLetter(c) || c == '_' || c == '@';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
