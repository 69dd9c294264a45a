package io.eqlair.engine.sequence;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Hashes the values of join keys. They come from whoever sends events, and strings whose {@link String#hashCode} is the
 * same are easy to make, as many as one likes: all would be in one chain of a table. So the values are the coefficients
 * of a polynomial over the numbers modulo 2<sup>61</sup> - 1, whose value at a secret point is the hash. No two keys
 * have the same polynomial, and two polynomials agree at hardly any point.
 */
final class KeyHash {

    private static final long PRIME = (1L << 61) - 1;
    private static final long POINT = new SecureRandom().nextLong(1L << 32, PRIME);

    /** How many characters make a coefficient. */
    private static final int AT_ONCE = 3;

    private long hash = 1;

    private KeyHash() {}

    static int of(@Nullable Object first, @Nullable Object @Nullable [] more) {
        KeyHash hash = new KeyHash();
        hash.add(first);
        if (more != null) {
            for (Object value : more) {
                hash.add(value);
            }
        }
        return Long.hashCode(hash.hash);
    }

    /** Each value begins with a coefficient that says of which kind it is, and how long. */
    private void add(@Nullable Object value) {
        switch (value) {
            case null -> step(0);
            case Boolean truth -> step(truth ? 1 : 2);
            case Long number -> number(3, number);
            case Double number -> number(4, Double.doubleToLongBits(number));
            default -> text(value.toString());
        }
    }

    private void number(int kind, long bits) {
        step(kind);
        step(bits >>> 32);
        step(bits & 0xFFFF_FFFFL);
    }

    private void text(String text) {
        int length = text.length();
        step(5L + length);
        int at = 0;
        for (; at + AT_ONCE <= length; at += AT_ONCE) {
            step((long) text.charAt(at) << 32 | (long) text.charAt(at + 1) << 16 | text.charAt(at + 2));
        }
        for (; at < length; at++) {
            step(text.charAt(at));
        }
    }

    /** Horner's rule. A product modulo the prime is the sum of its lower 61 bits and the others. */
    private void step(long coefficient) {
        long a = hash + coefficient;
        long low = a * POINT;
        long sum = (low & PRIME) + (low >>> 61 | Math.multiplyHigh(a, POINT) << 3);
        hash = (sum & PRIME) + (sum >>> 61);
    }
}
