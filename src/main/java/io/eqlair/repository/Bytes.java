package io.eqlair.repository;

import java.util.Arrays;

/** Looks into bytes to see what they are. */
final class Bytes {

    private Bytes() {}

    /** Whether bytes have others at a place. */
    static boolean at(byte[] bytes, int place, byte[] expected) {
        int end = place + expected.length;
        return bytes.length >= end && Arrays.equals(bytes, place, end, expected, 0, expected.length);
    }
}
