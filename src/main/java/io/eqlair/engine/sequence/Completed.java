package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.util.List;

/**
 * A sequence or sample that is complete.
 *
 * @param events those that are there, in the order of the query's items
 */
public record Completed(JoinKey key, List<StoredEvent> events) {

    public Completed {
        events = List.copyOf(events);
    }
}
