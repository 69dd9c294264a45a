package io.eqlair.sink;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the database what is left for a sink to do, and remembers it: who watches the sink gets what is known, and never waits for a
 * database that is gone. Thread-safe.
 */
final class LoadMeter {

    private static final Logger LOG = LoggerFactory.getLogger(LoadMeter.class);

    /** Counted one by one up to here. */
    private static final int MOST_COUNTED = 10_000;

    /** What is known is as old at most while a courier asks. */
    private static final long INTERVAL_NANOS = 1_000_000_000L;

    /** So long a database that did not answer is not asked again: each attempt takes seconds. */
    private static final long REST_NANOS = 5_000_000_000L;

    private final SinkStore store;
    private final String sink;
    private final SinkFigures figures;
    private volatile SinkLoad load = SinkLoad.NONE;
    private volatile long dueAt = System.nanoTime();
    private volatile long askableAt = System.nanoTime();

    LoadMeter(SinkStore store, String sink, SinkFigures figures) {
        this.store = store;
        this.sink = sink;
        this.figures = figures;
    }

    /** What was known last. */
    SinkLoad known() {
        return load;
    }

    /** What the database says now, or what was known last where it says nothing. */
    SinkLoad ask() {
        if (System.nanoTime() - askableAt >= 0) {
            tryAsk();
        }
        return load;
    }

    /** Asks unless that was done a moment ago. */
    void askNowAndThen() {
        if (System.nanoTime() - dueAt >= 0) {
            SinkLoad unused = ask();
        }
    }

    private void tryAsk() {
        try {
            long position = figures.shown().position();
            load = new SinkLoad(
                    store.outbox().count(position, MOST_COUNTED),
                    store.outbox().firstAfter(position).orElse(null),
                    store.letters().count(sink));
        } catch (RuntimeException gone) {
            askableAt = System.nanoTime() + REST_NANOS;
            LOG.debug("What is left for the sink {} is not known at the moment.", sink, gone);
        }
        dueAt = System.nanoTime() + INTERVAL_NANOS;
    }
}
