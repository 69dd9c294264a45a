package io.eqlair.engine;

import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** How often an exemption has kept an event, or a sequence that was complete, from a rule. It outlives compilations. Thread-safe. */
public final class ExemptionHits {

    private final LongAdder count = new LongAdder();

    /** In milliseconds since 1970; 0 before the first. */
    private volatile long last;

    void add(long millis) {
        count.increment();
        last = millis;
    }

    /** Since the start of the service. */
    public long count() {
        return count.sum();
    }

    /** When the last one was; null before the first. */
    public @Nullable Instant last() {
        long millis = last;
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
