package io.eqlair.benchmark;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How a contestant did.
 *
 * @param ratios to the yardstick, by round: its events per second over the yardstick's on the same slices
 * @param nanos of CPU time per event, by round
 * @param bytes allocated per event
 * @param count of what the contestant counts, in one pass over the stream
 */
record Standing(
        String name, Contestant.Counted counted, List<Double> ratios, List<Double> nanos, double bytes, long count) {

    double ratio() {
        return median(ratios);
    }

    double lowest() {
        return Collections.min(ratios);
    }

    double highest() {
        return Collections.max(ratios);
    }

    double nanosPerEvent() {
        return median(nanos);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** What all had to do. */
    static Table table(List<Standing> standings) {
        Table table =
                new Table("contestant", "to the yardstick", "lowest to highest", "events/s", "ns", "bytes", "count");
        standings.forEach(standing -> table.row(standing.cells().toArray()));
        return table;
    }

    /** Name, ratio and its spread, events per second, nanoseconds and bytes for each, and the count. */
    List<Object> cells() {
        return List.of(
                name,
                ratio(),
                Table.number(lowest()) + " – " + Table.number(highest()),
                Math.round(1e9 / nanosPerEvent()),
                Math.round(nanosPerEvent()),
                Math.round(bytes),
                String.format(Locale.ROOT, "%,d %s", count, counted.name().toLowerCase(Locale.ROOT)));
    }
}
