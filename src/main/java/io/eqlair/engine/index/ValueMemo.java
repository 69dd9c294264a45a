package io.eqlair.engine.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the answers for values that recur, by their bytes. Of fixed size, whatever is shown to it.
 *
 * <p>Not thread-safe.
 */
final class ValueMemo {

    /*
     * A value may lie in one of four places, which its hash says; of those the one goes that was not asked for since
     * another had to go. The hash has a secret key, so that nobody outside can choose values that share their places. A
     * value is copied in when it is seen for the second time, and `seen` knows the hashes of the first: a stream in
     * which nothing recurs leaves nothing behind but those.
     */
    private static final int WAYS = 4;

    private static final int LONGEST = 512;
    private static final long ODD = 0x9e37_79b9_7f4a_7c15L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final SecureRandom SECRETS = new SecureRandom();

    private final long[] hashes;
    private final byte[][] keys;
    private final int[][] answers;
    private final boolean[] asked;
    private final long[] seen;
    private final int longest;
    private final long secret = SECRETS.nextLong();
    private final long otherSecret = SECRETS.nextLong();
    private int hand;

    /** A memo of at least so many values, or of none. */
    ValueMemo(int values) {
        int size = Math.max(WAYS, Integer.highestOneBit(Math.max(1, 2 * values - 1)));
        this.longest = values == 0 ? -1 : LONGEST;
        this.hashes = new long[size];
        this.keys = new byte[size][];
        this.answers = new int[size][];
        this.asked = new boolean[size];
        this.seen = new long[size];
    }

    /** Whether values of this length are kept at all. */
    boolean takes(int length) {
        return length <= longest;
    }

    /** The answer that was remembered, or null. */
    int @Nullable [] find(long hash, byte[] bytes, int start, int end) {
        int set = set(hash);
        for (int i = set; i < set + WAYS; i++) {
            if (hashes[i] == hash) {
                byte[] key = keys[i];
                if (key != null && Arrays.equals(key, 0, key.length, bytes, start, end)) {
                    asked[i] = true;
                    return answers[i];
                }
            }
        }
        return null;
    }

    /** Remembers an answer that was not found, unless the value is new. */
    void offer(long hash, byte[] bytes, int start, int end, int[] answer) {
        int place = (int) (hash >>> 32) & (seen.length - 1);
        if (seen[place] != hash) {
            seen[place] = hash;
            return;
        }
        int free = free(set(hash));
        hashes[free] = hash;
        keys[free] = Arrays.copyOfRange(bytes, start, end);
        answers[free] = answer;
        asked[free] = false;
    }

    /** A hash of bytes and of whether they are a number, which is in its last bit. */
    long hash(byte[] bytes, int start, int end, boolean number) {
        int length = end - start;
        long hash = otherSecret;
        int at = start;
        for (; end - at > 16; at += 16) {
            hash = mix(longAt(bytes, at) ^ secret, longAt(bytes, at + 8) ^ hash);
        }
        long a;
        long b;
        if (length >= 16) {
            a = longAt(bytes, end - 16);
            b = longAt(bytes, end - 8);
        } else if (length >= 8) {
            a = longAt(bytes, start);
            b = longAt(bytes, end - 8);
        } else if (length >= 4) {
            a = intAt(bytes, start);
            b = intAt(bytes, end - 4);
        } else {
            a = length == 0 ? 0 : bytes[start] << 16 | bytes[start + length / 2] << 8 | bytes[end - 1];
            b = 0;
        }
        hash = mix(mix(a ^ secret, b ^ hash) ^ length, ODD ^ otherSecret);
        return number ? hash | 1 : hash & ~1L;
    }

    private int set(long hash) {
        return (int) (hash >>> 1) & (hashes.length - WAYS);
    }

    private int free(int set) {
        while (true) {
            int place = set + (hand++ & (WAYS - 1));
            if (!asked[place]) {
                return place;
            }
            asked[place] = false;
        }
    }

    private static long mix(long a, long b) {
        return a * b ^ Math.unsignedMultiplyHigh(a, b);
    }

    private static long longAt(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    private static long intAt(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at);
    }
}
