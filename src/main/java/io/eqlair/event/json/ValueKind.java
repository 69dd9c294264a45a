package io.eqlair.event.json;

/**
 * What a value's bytes are. Constants and not an enum, because they are asked for millions of times a second and are kept in
 * arrays of bytes.
 */
public final class ValueKind {

    /** A string of ASCII without escapes: its bytes are its characters. */
    public static final byte PLAIN = 0;

    /** A string with escapes, or with characters beyond ASCII. */
    public static final byte ESCAPED = 1;

    /** A whole number that fits into a long. */
    public static final byte INTEGER = 2;

    /** Any other number. */
    public static final byte DECIMAL = 3;

    public static final byte TRUE = 4;

    public static final byte FALSE = 5;

    private ValueKind() {}
}
