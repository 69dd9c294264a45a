package io.eqlair.engine.sequence;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * When events occurred that must be missing, for one key: for each missing item its times in milliseconds, ascending.
 *
 * <p>A sequence is judged by the first occurrence after one of its events and the last before one, equal times not
 * counting. So between two events that must be there only the first and the last two occurrences are kept, however many
 * there were: the very last may turn out to have the time of the next event.
 */
final class Occurrences {

    private final Times[] ofItem;
    private long lastPresent = Long.MIN_VALUE;

    Occurrences(int items) {
        ofItem = Stream.generate(Times::new).limit(items).toArray(Times[]::new);
    }

    /** Records an event that must be there, at a time not before any that was recorded. */
    void addPresent(long time) {
        lastPresent = time;
    }

    /** Records an occurrence of a missing item, at a time not before any that was recorded. */
    void add(int item, long time) {
        ofItem[item].add(time, lastPresent);
    }

    /** The first occurrence after a time, {@link Long#MAX_VALUE} where there is none. */
    long firstAfter(int item, long time) {
        Times times = ofItem[item];
        int at = time == Long.MAX_VALUE ? times.end : times.firstFrom(time + 1);
        return at == times.end ? Long.MAX_VALUE : times.values[at];
    }

    /** The last occurrence before a time, {@link Long#MIN_VALUE} where there is none. */
    long lastBefore(int item, long time) {
        Times times = ofItem[item];
        int at = times.firstFrom(time);
        return at == times.start ? Long.MIN_VALUE : times.values[at - 1];
    }

    /** Forgets what occurred before a time. */
    void forgetBefore(long time) {
        for (Times times : ofItem) {
            times.forgetBefore(time);
        }
    }

    boolean isEmpty() {
        return Arrays.stream(ofItem).allMatch(times -> times.start == times.end);
    }

    void save(StateWriter out) throws IOException {
        out.number(lastPresent);
        for (Times times : ofItem) {
            out.count(times.end - times.start);
            for (int i = times.start; i < times.end; i++) {
                out.number(times.values[i]);
            }
        }
    }

    void load(StateReader in) throws IOException {
        lastPresent = in.number();
        for (Times times : ofItem) {
            for (int left = in.count(); left > 0; left--) {
                times.append(in.number());
            }
        }
    }

    /** What they cost in memory, in bytes. */
    int bytes() {
        return 40 + Arrays.stream(ofItem).mapToInt(Times::bytes).sum();
    }

    /** The times of one item: a row of an array that grows at its end and shrinks at its start. */
    private static final class Times {

        private static final long[] NONE = {};

        private long[] values = NONE;
        private int start;
        private int end;

        void add(long time, long lastPresent) {
            int size = end - start;
            if (size > 0 && values[end - 1] == time) {
                return;
            }
            if (size >= 3 && values[end - 3] > lastPresent) {
                values[end - 2] = values[end - 1];
                values[end - 1] = time;
            } else {
                append(time);
            }
        }

        void append(long time) {
            if (end == values.length) {
                int size = end - start;
                long[] old = values;
                values = start * 2 > old.length ? old : new long[size * 2 + 2];
                System.arraycopy(old, start, values, 0, size);
                start = 0;
                end = size;
            }
            values[end++] = time;
        }

        /** Where the first time that is not before another stands; the end where there is none. */
        int firstFrom(long time) {
            int low = start;
            int high = end;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (values[middle] < time) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        void forgetBefore(long time) {
            start = firstFrom(time);
            if (start == end) {
                values = NONE;
                start = 0;
                end = 0;
            }
        }

        int bytes() {
            return 40 + Long.BYTES * values.length;
        }
    }
}
