package io.eqlair.sink;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is left for a sink to do, as the database said last.
 *
 * @param pending how many alerts come after its position; from 10,000 on it may be too high
 * @param oldest when the first of them was raised; null where there is none
 * @param deadLetters how many alerts it has given up and still has
 */
record SinkLoad(long pending, @Nullable Instant oldest, long deadLetters) {

    /** Nothing. */
    static final SinkLoad NONE = new SinkLoad(0, null, 0);

    /** How old the first is that is pending; nothing where there is none. */
    Duration lag(Instant now) {
        return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
    }
}
