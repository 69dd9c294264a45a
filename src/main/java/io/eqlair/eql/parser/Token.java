package io.eqlair.eql.parser;

import io.eqlair.eql.source.Span;

/**
 * The smallest piece of a query.
 *
 * @param text the word or symbol itself; the content of a name or string, without quotes and escapes
 */
record Token(TokenKind kind, String text, Span span) {

    /** Whether this is the given word of the language or symbol. */
    boolean is(String wordOrSymbol) {
        return (kind == TokenKind.WORD || kind == TokenKind.SYMBOL) && text.equals(wordOrSymbol);
    }
}
