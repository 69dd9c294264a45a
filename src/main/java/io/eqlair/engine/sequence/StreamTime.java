package io.eqlair.engine.sequence;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How far the stream has come, by the timestamps of its events. All times in nanoseconds since 1970.
 *
 * <p>The watermark is the newest timestamp less the allowed lateness. It decides what only time can decide, and when
 * keys are put in order for good; whether an event is late is for its join key to say. Two things keep one wrong clock
 * from moving everybody's time. A timestamp ahead of this machine's clock does not move the stream at all. One that is
 * more than a day ahead of the stream, as after a pause, moves it only if the next event agrees. Events behind the
 * watermark, as when an old day is replayed beside the live stream, have a time of their own. Thread-safe.
 */
public final class StreamTime {

    private static final long NEVER = Long.MIN_VALUE;
    private static final long LARGEST_STEP = 86_400_000_000_000L;

    private final long lateness;
    private final long idle;
    private final long skew;
    private final AtomicLong newest = new AtomicLong(NEVER);
    private volatile long lastArrival = NEVER;
    private volatile long replayed = NEVER;
    private volatile boolean leapPending;

    public StreamTime(SequenceLimits limits) {
        this.lateness = limits.lateness().toNanos();
        this.idle = limits.idle().toNanos();
        this.skew = limits.skew().toNanos();
    }

    /**
     * Takes note of an event's timestamp. What all threads read is written only where it changes.
     *
     * @param clock in nanoseconds since 1970; by the millisecond will do
     */
    public void observe(long timestamp, long clock) {
        if (lastArrival != clock) {
            lastArrival = clock;
        }
        if (timestamp > newest() && timestamp <= clock + skew) {
            advance(timestamp);
        } else if (leapPending) {
            leapPending = false;
        }
        if (timestamp < watermark() && timestamp != replayed) {
            replayed = timestamp;
        }
    }

    private void advance(long timestamp) {
        long known = newest();
        if (known != NEVER && timestamp - known > LARGEST_STEP && !leapPending) {
            leapPending = true;
            return;
        }
        while (timestamp > known && !newest.compareAndSet(known, timestamp)) {
            known = newest();
        }
        if (leapPending) {
            leapPending = false;
        }
    }

    /** The newest timestamp that counts; {@link Long#MIN_VALUE} before the first event. */
    public long newest() {
        return newest.get();
    }

    /** The newest timestamp that counts; the clock as long as all were ahead of it. */
    long newestOrClock() {
        long known = newest();
        return known == NEVER ? lastArrival : known;
    }

    /** Events before this time are too late. */
    public long watermark() {
        long known = newest();
        return known == NEVER ? NEVER : known - lateness;
    }

    /** What lies before this time is over: the watermark, moved on by the clock when no events have come for a while. */
    long settled(long clock) {
        long watermark = watermark();
        return watermark == NEVER ? NEVER : watermark + quiet(clock);
    }

    /** The same for events that are older than the watermark: they go by the latest of their own kind. */
    long replaySettled(long clock) {
        long latest = replayed;
        return latest == NEVER ? NEVER : latest - lateness + quiet(clock);
    }

    private long quiet(long clock) {
        long last = lastArrival;
        long quiet = last == NEVER ? 0 : clock - last;
        return quiet <= idle ? 0 : quiet;
    }

    /** Goes on from where a snapshot was taken. */
    public void restore(long restored, long clock) {
        newest.accumulateAndGet(restored, Math::max);
        lastArrival = clock;
    }
}
