package io.eqlair.engine.sequence;

import io.eqlair.eql.value.Timestamps;
import java.time.Instant;

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
    private volatile long newest = NEVER;
    private volatile long lastArrival = NEVER;
    private volatile long replayed = NEVER;
    private volatile boolean leapPending;

    public StreamTime(SequenceLimits limits) {
        this.lateness = limits.lateness().toNanos();
        this.idle = limits.idle().toNanos();
        this.skew = limits.skew().toNanos();
    }

    /** Takes note of an event's timestamp. */
    public void observe(long timestamp, Instant now) {
        long clock = Timestamps.of(now);
        lastArrival = clock;
        if (timestamp > newest && timestamp <= clock + skew) {
            advance(timestamp);
        } else if (leapPending) {
            forgetLeap();
        }
        if (timestamp < watermark()) {
            replayed = timestamp;
        }
    }

    private synchronized void advance(long timestamp) {
        boolean leap = newest != NEVER && timestamp - newest > LARGEST_STEP;
        if (leap && !leapPending) {
            leapPending = true;
        } else if (timestamp > newest) {
            newest = timestamp;
            leapPending = false;
        }
    }

    private synchronized void forgetLeap() {
        leapPending = false;
    }

    /** The newest timestamp that counts; {@link Long#MIN_VALUE} before the first event. */
    public long newest() {
        return newest;
    }

    /** The newest timestamp that counts; the clock as long as all were ahead of it. */
    long newestOrClock() {
        return newest == NEVER ? lastArrival : newest;
    }

    /** Events before this time are too late. */
    public long watermark() {
        return newest == NEVER ? NEVER : newest - lateness;
    }

    /** What lies before this time is over: the watermark, moved on by the clock when no events have come for a while. */
    long settled(Instant now) {
        return newest == NEVER ? NEVER : watermark() + quiet(now);
    }

    /** The same for events that are older than the watermark: they go by the latest of their own kind. */
    long replaySettled(Instant now) {
        return replayed == NEVER ? NEVER : replayed - lateness + quiet(now);
    }

    private long quiet(Instant now) {
        long quiet = lastArrival == NEVER ? 0 : Timestamps.of(now) - lastArrival;
        return quiet <= idle ? 0 : quiet;
    }

    /** Goes on from where a snapshot was taken. */
    public void restore(long restored, Instant now) {
        newest = Math.max(newest, restored);
        lastArrival = Timestamps.of(now);
    }
}
