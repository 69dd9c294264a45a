package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.util.List;

/**
 * A sequence or sample that has begun.
 *
 * @param key the values that join it
 * @param events what has matched so far, in order
 * @param awaited the item that is wanted next, as a number from 0; -1 where only time must pass
 * @param deadline when it ends of itself, in nanoseconds since 1970; {@link Long#MAX_VALUE} for not at all
 */
public record Pending(JoinKey key, List<StoredEvent> events, int awaited, long deadline) {

    public Pending {
        events = List.copyOf(events);
    }
}
