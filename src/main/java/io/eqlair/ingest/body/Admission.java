package io.eqlair.ingest.body;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Lets bodies in as long as those under way can be done soon, and fit into memory. Thread-safe.
 *
 * <p>Each body weighs what is still to be done of it. While its sender lets us wait it weighs what is kept of it: many slow senders
 * keep nobody out, until what they have sent fills the memory that is set aside for them.
 *
 * <pre>
 * Content-Length 20,000,000, 3,000,000 read:   its sender is waited for    3,000,000
 *                                              it is evaluated, or waits  17,000,000
 * limit 64 MB:   bodies weigh 60 MB, 10 MB come   refused
 *                nothing is under way, 200 MB come  let in: nobody has to wait for it
 * </pre>
 *
 * <p>Where rules are so dear that bodies within the limit have waited for a core for too long nevertheless, nobody is let in for a
 * while, unless nothing is under way.
 */
public final class Admission {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final long limit;
    private final long patience;
    private final long mostKept;
    private final LongSupplier nanos;
    private final AtomicLong weight = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile long pausedUntil;
    private volatile boolean paused;

    /**
     * An admission for one service.
     *
     * @param limit bytes that all bodies under way may weigh together
     * @param patience how long bodies may wait for a core
     * @param mostKept bytes of one body in memory at a time
     */
    public Admission(long limit, Duration patience, long mostKept) {
        this(limit, patience, mostKept, System::nanoTime);
    }

    Admission(long limit, Duration patience, long mostKept, LongSupplier nanos) {
        this.limit = limit;
        this.patience = patience.toNanos();
        this.mostKept = mostKept;
        this.nanos = nanos;
    }

    /** One that lets everybody in: for bodies that are files. */
    public static Admission unlimited() {
        return new Admission(Long.MAX_VALUE, Duration.ofNanos(Long.MAX_VALUE), Long.MAX_VALUE);
    }

    /**
     * Lets a body in.
     *
     * @return to be closed when the body has been answered
     * @throws Overloaded when others must be done first
     */
    public Pass enter(Body body) throws Overloaded {
        long announced = body.announced();
        long before = weight.getAndAdd(announced);
        if (before > 0 && (announced > limit - before || isPaused())) {
            weight.addAndGet(-announced);
            refused.incrementAndGet();
            throw new Overloaded(before, limit);
        }
        return new Pass(this, announced);
    }

    private boolean isPaused() {
        if (paused && nanos.getAsLong() - pausedUntil > 0) {
            paused = false;
        }
        return paused;
    }

    /** What all bodies weigh that are under way, in bytes. */
    public long weight() {
        return weight.get();
    }

    /** How many bodies were refused. */
    public long refused() {
        return refused.get();
    }

    long mostKept() {
        return mostKept;
    }

    void reweigh(long change) {
        weight.addAndGet(change);
    }

    /** Whether a body has waited for a core for too long. */
    boolean isTooLong(long waited) {
        return waited > patience;
    }

    /** Lets nobody else in for a moment. */
    void pause() {
        pausedUntil = nanos.getAsLong() + PAUSE.toNanos();
        paused = true;
    }
}
