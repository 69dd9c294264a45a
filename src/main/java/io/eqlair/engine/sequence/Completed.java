package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.util.Comparator;
import java.util.List;

/**
 * A sequence or sample that is complete.
 *
 * @param events those that are there, in the order of the query's items
 */
public record Completed(JoinKey key, List<StoredEvent> events) {

    /** By the last event, then by key. */
    static final Comparator<Completed> ORDER = Comparator.comparing(
                    (Completed completed) -> completed.events().getLast())
            .thenComparing(Completed::key, KeyOrder.INSTANCE);

    public Completed {
        events = List.copyOf(events);
    }
}
