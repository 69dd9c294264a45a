package io.eqlair.event.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time, as a long whose lowest byte comes first. */
final class Words {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private static final long SECOND_BITS = 0x02 * ONES;
    private static final long BELOW_QUOTES = 0x21 * ONES;
    private static final long BACKSLASHES = '\\' * ONES;

    private Words() {}

    static long at(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    /** The first eight bytes of a text, or all and zeros. */
    static long first(byte[] bytes, int start, int length) {
        if (length >= Long.BYTES) {
            return at(bytes, start);
        }
        return start + Long.BYTES <= bytes.length
                ? at(bytes, start) & ~(-1L << (length * Byte.SIZE))
                : atEnd(bytes, start, length);
    }

    private static long atEnd(byte[] bytes, int start, int length) {
        long word = 0;
        for (int i = 0; i < length; i++) {
            word |= (bytes[start + i] & 0xffL) << (i * Byte.SIZE);
        }
        return word;
    }

    /** The last eight bytes of a text, or all and zeros. */
    static long last(byte[] bytes, int start, int length) {
        return length >= Long.BYTES ? at(bytes, start + length - Long.BYTES) : first(bytes, start, length);
    }

    /**
     * The high bits of the bytes that a string cannot simply go on with: quotes, backslashes, control characters and what is beyond
     * ASCII. The lowest that is set is right; a higher one may be an error, when the subtraction below it has borrowed.
     *
     * <p>Exchanging the second bit puts the quote next to the control characters, so that one subtraction finds both.
     */
    static long marks(long word) {
        return (((word ^ SECOND_BITS) - BELOW_QUOTES) | ((word ^ BACKSLASHES) - ONES) | word) & HIGH_BITS;
    }
}
