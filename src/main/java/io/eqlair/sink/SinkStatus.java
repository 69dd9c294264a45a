package io.eqlair.sink;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a sink fares.
 *
 * @param type its kind
 * @param target where alerts go, without anything secret
 * @param format how they are written
 * @param position the number of the last alert that is done with
 * @param pending how many alerts come after that; from 10,000 on it may be too high
 * @param delivered how many were taken since the start
 * @param retried how many attempts failed since the start
 * @param deadLetters how many alerts it has given up and still has
 * @param missed how many alerts were deleted before it had taken them
 * @param lastSuccess when one was taken; null where none was since the start
 * @param lastError null where nothing went wrong since the start
 */
public record SinkStatus(
        String name,
        String type,
        String target,
        String format,
        SinkState state,
        long position,
        long pending,
        long delivered,
        long retried,
        long deadLetters,
        long missed,
        @Nullable Instant lastSuccess,
        @Nullable SinkError lastError) {

    /**
     * What went wrong last.
     *
     * @param nextAttempt when it is tried again; null where it is not waiting
     */
    public record SinkError(
            Instant at, String reason, @Nullable Instant nextAttempt) {}
}
