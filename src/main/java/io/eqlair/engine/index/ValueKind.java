package io.eqlair.engine.index;

/** What stands in the bytes of a value. */
final class ValueKind {

    /** A string of ASCII characters without escapes. */
    static final byte PLAIN = 0;

    /** A string with escapes or characters beyond ASCII. */
    static final byte ESCAPED = 1;

    /** A whole number that fits into a long. */
    static final byte INTEGER = 2;

    /** Any other number. */
    static final byte DECIMAL = 3;

    static final byte TRUE = 4;
    static final byte FALSE = 5;

    private ValueKind() {}
}
