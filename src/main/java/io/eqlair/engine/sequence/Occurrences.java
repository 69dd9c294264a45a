package io.eqlair.engine.sequence;

import java.io.IOException;
import java.util.Arrays;

/**
 * When events occurred that must be missing, for one key: for each missing item its times in milliseconds, ascending.
 *
 * <p>A sequence is judged by the first occurrence after one of its events and the last before one, equal times not
 * counting. So between two events that must be there only the first and the last two occurrences are kept, however many
 * there were: the very last may turn out to have the time of the next event.
 */
final class Occurrences {

    private final long[][] times;
    private final int[] sizes;
    private long lastPresent = Long.MIN_VALUE;

    Occurrences(int items) {
        times = new long[items][];
        sizes = new int[items];
        Arrays.fill(times, new long[0]);
    }

    /** Records an event that must be there, at a time not before any that was recorded. */
    void addPresent(long time) {
        lastPresent = time;
    }

    /** Records an occurrence of a missing item, at a time not before any that was recorded. */
    void add(int item, long time) {
        long[] known = times[item];
        int size = sizes[item];
        if (size > 0 && known[size - 1] == time) {
            return;
        }
        if (size >= 3 && known[size - 3] > lastPresent) {
            known[size - 2] = known[size - 1];
            known[size - 1] = time;
            return;
        }
        if (size == known.length) {
            times[item] = Arrays.copyOf(known, size * 2 + 2);
        }
        times[item][size] = time;
        sizes[item]++;
    }

    /** The first occurrence after a time, {@link Long#MAX_VALUE} where there is none. */
    long firstAfter(int item, long time) {
        for (int i = 0; i < sizes[item]; i++) {
            if (times[item][i] > time) {
                return times[item][i];
            }
        }
        return Long.MAX_VALUE;
    }

    /** The last occurrence before a time, {@link Long#MIN_VALUE} where there is none. */
    long lastBefore(int item, long time) {
        for (int i = sizes[item] - 1; i >= 0; i--) {
            if (times[item][i] < time) {
                return times[item][i];
            }
        }
        return Long.MIN_VALUE;
    }

    /** Forgets what occurred before a time. */
    void forgetBefore(long time) {
        for (int item = 0; item < sizes.length; item++) {
            int old = 0;
            while (old < sizes[item] && times[item][old] < time) {
                old++;
            }
            if (old > 0) {
                System.arraycopy(times[item], old, times[item], 0, sizes[item] - old);
                sizes[item] -= old;
            }
        }
    }

    boolean isEmpty() {
        return Arrays.stream(sizes).allMatch(size -> size == 0);
    }

    void save(StateWriter out) throws IOException {
        out.number(lastPresent);
        for (int item = 0; item < sizes.length; item++) {
            out.count(sizes[item]);
            for (int i = 0; i < sizes[item]; i++) {
                out.number(times[item][i]);
            }
        }
    }

    void load(StateReader in) throws IOException {
        lastPresent = in.number();
        for (int item = 0; item < sizes.length; item++) {
            sizes[item] = in.count();
            times[item] = new long[sizes[item]];
            for (int i = 0; i < sizes[item]; i++) {
                times[item][i] = in.number();
            }
        }
    }

    /** What they cost in memory, in bytes. */
    int bytes() {
        int bytes = 64;
        for (long[] itemTimes : times) {
            bytes += 16 + Long.BYTES * itemTimes.length;
        }
        return bytes;
    }
}
