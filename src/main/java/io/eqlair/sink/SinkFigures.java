package io.eqlair.sink;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a sink has done since the start, for those who look after it. Thread-safe. */
final class SinkFigures {

    private SinkState state = SinkState.STOPPED;
    private long position;
    private long missed;
    private long delivered;
    private long failed;
    private @Nullable Instant lastSuccess;
    private @Nullable Failure lastError;

    /**
     * The last time that something went wrong.
     *
     * @param nextAttempt when it is tried again; null where it was already, or where it is not
     */
    record Failure(Instant at, String reason, @Nullable Instant nextAttempt) {}

    /**
     * All of it at one moment.
     *
     * @param position the number of the last alert that is done with
     * @param missed alerts that were deleted before they were taken
     * @param failed attempts
     */
    record Shown(
            SinkState state,
            long position,
            long missed,
            long delivered,
            long failed,
            @Nullable Instant lastSuccess,
            @Nullable Failure lastError) {}

    synchronized Shown shown() {
        return new Shown(state, position, missed, delivered, failed, lastSuccess, lastError);
    }

    synchronized void is(SinkState now) {
        state = now;
        if (lastError != null && now != SinkState.WAITING) {
            lastError = new Failure(lastError.at(), lastError.reason(), null);
        }
    }

    synchronized void isAt(long seq, long nowMissed) {
        position = seq;
        missed = nowMissed;
    }

    synchronized void delivered(long count, Instant now) {
        delivered += count;
        lastSuccess = now;
    }

    /** An attempt has failed. */
    synchronized void failed(String reason, Instant now) {
        failed++;
        lastError = new Failure(now, reason, null);
    }

    /** Nothing is done until then. */
    synchronized void waitsUntil(Instant next) {
        state = SinkState.WAITING;
        if (lastError != null) {
            lastError = new Failure(lastError.at(), lastError.reason(), next);
        }
    }
}
