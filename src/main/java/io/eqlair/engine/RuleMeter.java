package io.eqlair.engine;

import java.util.concurrent.atomic.LongAdder;

/** What a rule has had to do since it was loaded. Thread-safe. */
public final class RuleMeter {

    private final LongAdder candidates = new LongAdder();
    private final LongAdder matches = new LongAdder();
    private final LongAdder samples = new LongAdder();
    private final LongAdder sampledNanos = new LongAdder();

    void add(long asked, long matched) {
        candidates.add(asked);
        matches.add(matched);
    }

    void sample(long asked, long nanos) {
        samples.add(asked);
        sampledNanos.add(nanos);
    }

    /** How many times one of its conditions was asked. */
    public long candidates() {
        return candidates.sum();
    }

    /** How many times one of its conditions was satisfied. */
    public long matches() {
        return matches.sum();
    }

    /** What asking one of its conditions costs on average, in nanoseconds, by the samples so far; 0 before the first. */
    public double nanosPerCandidate() {
        long count = samples.sum();
        return count == 0 ? 0 : (double) sampledNanos.sum() / count;
    }

    /** What it has cost since it was loaded, in nanoseconds: estimated from the samples. */
    public double nanos() {
        return nanosPerCandidate() * candidates();
    }
}
