package io.eqlair.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Shows a stream to several contestants in turns, a slice each, so that whatever else the machine does hits all alike. Counts the
 * CPU time of this thread and the bytes that it allocates. In each round everybody sees all slices, or every n-th of them, and who
 * comes first changes with each slice: the first to touch the bytes pays for bringing them to the cache.
 */
final class Race {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final EventStream stream;
    private final List<Contestant> contestants;
    private final int warmUps;
    private final int rounds;
    private final int slice;

    /** A race over a stream; the first of the contestants is the yardstick. */
    Race(EventStream stream, List<Contestant> contestants, Settings settings, int slice) {
        this.stream = stream;
        this.contestants = List.copyOf(contestants);
        this.warmUps = settings.warmUps();
        this.rounds = settings.rounds();
        this.slice = slice;
    }

    /** The standings, in the order of the contestants. */
    List<Standing> run() {
        long[] counts = count(stream.pass(0));
        for (int pass = 1; pass < warmUps; pass++) {
            round(stream.pass(pass), pass);
        }
        List<Lap[]> laps = new ArrayList<>();
        for (int pass = warmUps; pass < warmUps + rounds; pass++) {
            laps.add(round(stream.pass(pass), pass));
        }
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            standings.add(standing(i, counts[i], laps));
        }
        return standings;
    }

    /** The first round, in which everybody sees everything; whoever counts the same must agree. */
    private long[] count(byte[][] documents) {
        long[] counts = new long[contestants.size()];
        Map<Contestant.Counted, Long> agreed = new EnumMap<>(Contestant.Counted.class);
        for (int i = 0; i < counts.length; i++) {
            Contestant contestant = contestants.get(i);
            for (int from = 0; from < documents.length; from += slice) {
                counts[i] += contestant.take(documents, from, Math.min(from + slice, documents.length));
            }
            Long others = agreed.putIfAbsent(contestant.counts(), counts[i]);
            if (others != null && others != counts[i]) {
                throw new IllegalStateException(
                        contestant.name() + " counts " + counts[i] + " " + contestant.counts() + ", others " + others);
            }
        }
        return counts;
    }

    private Lap[] round(byte[][] documents, int round) {
        Lap[] laps = new Lap[contestants.size()];
        for (int i = 0; i < laps.length; i++) {
            laps[i] = new Lap();
        }
        for (int from = 0, number = 0; from < documents.length; from += slice, number++) {
            slice(documents, from, Math.min(from + slice, documents.length), number + round, laps);
        }
        return laps;
    }

    private void slice(byte[][] documents, int from, int to, int turn, Lap[] laps) {
        long[] nanos = new long[laps.length];
        for (int i = 0; i < laps.length; i++) {
            int next = (i + turn) % laps.length;
            if (turn % contestants.get(next).everySlice() == 0) {
                nanos[next] = take(contestants.get(next), documents, from, to, laps[next]);
            }
        }
        for (int i = 0; i < laps.length; i++) {
            laps[i].yardstickNanos += nanos[i] == 0 ? 0 : nanos[0];
        }
    }

    private static long take(Contestant contestant, byte[][] documents, int from, int to, Lap lap) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long started = THREADS.getCurrentThreadCpuTime();
        long count = contestant.take(documents, from, to);
        long nanos = THREADS.getCurrentThreadCpuTime() - started;
        lap.bytes += THREADS.getCurrentThreadAllocatedBytes() - bytes;
        lap.nanos += nanos;
        lap.events += to - from;
        lap.count += count;
        return nanos;
    }

    private Standing standing(int contestant, long count, List<Lap[]> laps) {
        Contestant who = contestants.get(contestant);
        List<Lap> own = laps.stream().map(round -> round[contestant]).toList();
        if (who.everySlice() == 1 && own.stream().anyMatch(lap -> lap.count != count)) {
            throw new IllegalStateException(who.name() + " does not count the same in every round");
        }
        return new Standing(
                who.name(),
                who.counts(),
                own.stream().map(lap -> (double) lap.yardstickNanos / lap.nanos).toList(),
                own.stream().map(lap -> (double) lap.nanos / lap.events).toList(),
                Standing.median(
                        own.stream().map(lap -> (double) lap.bytes / lap.events).toList()),
                count);
    }

    /** What a contestant did in one round. */
    private static final class Lap {
        private long nanos;
        private long yardstickNanos;
        private long bytes;
        private long events;
        private long count;
    }
}
