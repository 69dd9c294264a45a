package io.eqlair.event.json;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Checks UTF-8 as the standard has it: no overlong forms, no surrogates, nothing above U+10FFFF. */
public final class Utf8 {

    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private Utf8() {}

    /** The offset of the first byte that is not UTF-8, -1 where all of it is. */
    public static int firstWrongByte(byte[] bytes) {
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        int at = 0;
        while (at < bytes.length) {
            if (at + Long.BYTES <= bytes.length && (words.getLong(at) & HIGH_BITS) == 0) {
                at += Long.BYTES;
            } else {
                int length = length(bytes, at, bytes.length);
                if (length == 0 || at + length > bytes.length) {
                    return at;
                }
                at += length;
            }
        }
        return -1;
    }

    /** How many bytes the character at an offset has, 0 where there is none. Those behind the limit are taken to be right. */
    static int length(byte[] bytes, int at, int limit) {
        int first = bytes[at] & 0xff;
        if (first < 0x80) {
            return 1;
        }
        int length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
        int end = Math.min(at + length, limit);
        if (end > at + 1 && !secondFits(first, bytes[at + 1] & 0xff)) {
            return 0;
        }
        for (int i = at + 2; i < end; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    private static boolean secondFits(int first, int second) {
        int least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        return second >= least && second <= most;
    }
}
