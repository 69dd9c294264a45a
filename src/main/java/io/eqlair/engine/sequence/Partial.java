package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence that has matched its first stages: its last event, and the partial that this event extended. Immutable, so
 * that states of different times share what they have in common.
 */
final class Partial {

    /** What one costs in memory, in bytes. */
    static final int BYTES = 32;

    private final @Nullable Partial previous;
    private final StoredEvent first;
    private final StoredEvent last;
    private final int length;

    private Partial(@Nullable Partial previous, StoredEvent first, StoredEvent last, int length) {
        this.previous = previous;
        this.first = first;
        this.last = last;
        this.length = length;
    }

    static Partial of(StoredEvent first) {
        return new Partial(null, first, first, 1);
    }

    Partial with(StoredEvent next) {
        return new Partial(this, first, next, length + 1);
    }

    /** How many stages it has matched; also the number of the stage it waits for. */
    int length() {
        return length;
    }

    /** The partial that its last event extended, null for the first event. */
    @Nullable
    Partial previous() {
        return previous;
    }

    StoredEvent first() {
        return first;
    }

    StoredEvent last() {
        return last;
    }

    /** The events, oldest first. */
    List<StoredEvent> events() {
        List<StoredEvent> events = new ArrayList<>(length);
        for (Partial partial = this; partial != null; partial = partial.previous) {
            events.add(partial.last);
        }
        Collections.reverse(events);
        return events;
    }

    /** Whether both consist of the same events. */
    boolean hasEventsOf(Partial other) {
        Partial a = this;
        Partial b = other;
        while (a != b && a != null && b != null && a.last.equals(b.last)) {
            a = a.previous;
            b = b.previous;
        }
        return a == b;
    }
}
