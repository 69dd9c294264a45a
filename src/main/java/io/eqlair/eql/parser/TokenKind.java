package io.eqlair.eql.parser;

/** The kinds of token. */
enum TokenKind {
    NAME,
    QUOTED_NAME,
    /** A name directly followed by {@code ~}; the text leaves the {@code ~} out. */
    TILDE_NAME,
    /** A word of the language. */
    WORD,
    SYMBOL,
    INTEGER,
    DECIMAL,
    STRING,
    END
}
