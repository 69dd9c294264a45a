package io.eqlair.event;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the index names that were made of the same few bytes again and again. It keeps the latest, as far as they are short.
 *
 * <p>A key is the values that make a name, each with an end mark: {@code logs|windows.sysmon|default|} is kept with
 * {@code logs-windows.sysmon-default}.
 */
final class IndexMemo {

    private static final int SIZE = 32;
    private static final int LONGEST = 256;

    /** No bytes of ASCII text. */
    private static final byte END = -1;

    private static final byte ABSENT = -2;

    private final byte[] @Nullable [] keys = new byte[SIZE][];
    private final @Nullable String[] names = new @Nullable String[SIZE];
    private int oldest;

    private final byte[] key = new byte[LONGEST];
    private int length;
    private boolean tooLong;

    /** Begins with a new key. */
    void clear() {
        length = 0;
        tooLong = false;
    }

    /** Adds to the key that there is no value. */
    void addAbsent() {
        tooLong |= length == LONGEST;
        if (!tooLong) {
            key[length++] = ABSENT;
        }
    }

    /** Adds a value of ASCII text to the key. */
    void add(byte[] bytes, int start, int end) {
        tooLong |= end - start >= LONGEST - length;
        if (!tooLong) {
            System.arraycopy(bytes, start, key, length, end - start);
            length += end - start;
            key[length++] = END;
        }
    }

    /** Where the key is kept, -1 if it is not. */
    int find() {
        for (int i = 0; i < SIZE && !tooLong; i++) {
            byte[] known = keys[i];
            if (known != null && known.length == length && Arrays.equals(known, 0, length, key, 0, length)) {
                return i;
            }
        }
        return -1;
    }

    /** The name that is kept in a place. */
    @Nullable
    String name(int place) {
        return names[place];
    }

    /** Keeps a name for the key instead of the oldest. */
    @Nullable
    String keep(@Nullable String name) {
        if (!tooLong) {
            keys[oldest] = Arrays.copyOf(key, length);
            names[oldest] = name;
            oldest = (oldest + 1) % SIZE;
        }
        return name;
    }
}
