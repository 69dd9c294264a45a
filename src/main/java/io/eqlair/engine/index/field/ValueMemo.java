package io.eqlair.engine.index.field;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the answers for values that recur, by their bytes, up to a number of values. Not thread-safe.
 */
final class ValueMemo {

    /*
     * A value may lie in one of four places, which its hash says. Of those the one has to go that was not asked for since
     * the last had to go. A value is copied in when it is seen for the second time, and `seen` knows the hashes of those
     * that were seen once: a stream in which nothing recurs leaves nothing behind but these. The hash has a secret key, so
     * that nobody outside can choose values that share their places.
     *
     * There is room for a few values at first, and for twice as many whenever half of it was taken, because most fields have
     * few. A value stays in the same one of its four places then, as the hash only has one more bit that counts.
     */
    private static final int WAYS = 4;

    private static final int ROOM_AT_FIRST = 16 * WAYS;
    private static final int LONGEST = 512;
    private static final int BLOCK = 2 * Long.BYTES;
    private static final long MIX = 0x9e37_79b9_7f4a_7c15L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final SecureRandom SECRETS = new SecureRandom();

    private final int most;
    private final int longest;
    private final long secret;
    private final long otherSecret;

    /** By place. */
    private long[] hashes;

    private byte[] @Nullable [] keys;
    private int[][] answers;
    private boolean[] asked;
    private long[] seen;
    private int taken;
    private int hand;

    /** A memo for at most so many values, rounded up to a power of two, or for none. */
    ValueMemo(int values) {
        this(values, SECRETS);
    }

    /**
     * A memo with a certain key.
     *
     * @param secrets gives the key of the hash
     */
    ValueMemo(int values, RandomGenerator secrets) {
        secret = secrets.nextLong();
        otherSecret = secrets.nextLong();
        most = Math.max(WAYS, powerOfTwo(values));
        longest = values == 0 ? -1 : LONGEST;
        int room = Math.min(most, ROOM_AT_FIRST);
        hashes = new long[room];
        keys = new byte[room][];
        answers = new int[room][];
        asked = new boolean[room];
        seen = new long[room];
    }

    private static int powerOfTwo(int least) {
        return least <= 1 ? 1 : 2 * Integer.highestOneBit(least - 1);
    }

    /** Whether values of this length are kept at all. */
    boolean takes(int length) {
        return length <= longest;
    }

    /** For how many values there is room now. */
    int room() {
        return hashes.length;
    }

    /** The answer that was remembered, or null. */
    int @Nullable [] find(long hash, byte[] bytes, int start, int end) {
        int set = set(hash);
        for (int place = set; place < set + WAYS; place++) {
            if (hashes[place] == hash) {
                byte[] key = keys[place];
                if (key != null && Arrays.equals(key, 0, key.length, bytes, start, end)) {
                    asked[place] = true;
                    return answers[place];
                }
            }
        }
        return null;
    }

    /** Remembers an answer that was not found, unless the value is new. */
    void offer(long hash, byte[] bytes, int start, int end, int[] answer) {
        int mark = (int) (hash >>> Integer.SIZE) & (seen.length - 1);
        if (seen[mark] != hash) {
            seen[mark] = hash;
            return;
        }
        if (++taken > hashes.length / 2 && hashes.length < most) {
            grow();
        }
        int place = free(set(hash));
        hashes[place] = hash;
        keys[place] = Arrays.copyOfRange(bytes, start, end);
        answers[place] = answer;
        asked[place] = false;
    }

    /** A hash of the bytes of a value and, in its last bit, of whether they are a number. */
    long hash(byte[] bytes, int start, int end, boolean number) {
        long hash = otherSecret;
        for (int at = start; end - at > BLOCK; at += BLOCK) {
            hash = mix(longAt(bytes, at) ^ secret, longAt(bytes, at + Long.BYTES) ^ hash);
        }
        hash = mix(rest(bytes, start, end, hash) ^ (end - start), MIX ^ otherSecret);
        return number ? hash | 1 : hash & ~1L;
    }

    /** Takes in the last 16 bytes, of which some may have been taken in before, or the fewer that there are. */
    private long rest(byte[] bytes, int start, int end, long hash) {
        int length = end - start;
        if (length >= Long.BYTES) {
            long early = longAt(bytes, Math.max(start, end - BLOCK));
            return mix(early ^ secret, longAt(bytes, end - Long.BYTES) ^ hash);
        }
        if (length >= Integer.BYTES) {
            return mix(intAt(bytes, start) ^ secret, intAt(bytes, end - Integer.BYTES) ^ hash);
        }
        int few = length == 0 ? 0 : bytes[start] << 16 | bytes[start + length / 2] << 8 | bytes[end - 1];
        return mix(few ^ secret, hash);
    }

    private int set(long hash) {
        return (int) hash >> 1 & (hashes.length - WAYS);
    }

    private int free(int set) {
        for (int place = set; place < set + WAYS; place++) {
            if (keys[place] == null) {
                return place;
            }
        }
        int place = next(set);
        while (asked[place]) {
            asked[place] = false;
            place = next(set);
        }
        return place;
    }

    private int next(int set) {
        return set + (hand++ & (WAYS - 1));
    }

    private void grow() {
        long[] earlierHashes = hashes;
        byte[] @Nullable [] earlierKeys = keys;
        int[][] earlierAnswers = answers;
        int room = 2 * earlierHashes.length;
        hashes = new long[room];
        keys = new byte[room][];
        answers = new int[room][];
        asked = new boolean[room];
        seen = new long[room];
        for (int i = 0; i < earlierHashes.length; i++) {
            int place = set(earlierHashes[i]) + (i & (WAYS - 1));
            hashes[place] = earlierHashes[i];
            keys[place] = earlierKeys[i];
            answers[place] = earlierAnswers[i];
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
