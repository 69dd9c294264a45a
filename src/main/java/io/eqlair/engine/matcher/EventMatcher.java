package io.eqlair.engine.matcher;

import io.eqlair.event.Event;
import java.util.List;

/** A condition that an event can be asked. Thread-safe. */
public interface EventMatcher {

    /** Whether the event satisfies the condition. */
    boolean matches(Event event);

    /** Which clauses of the condition the event satisfies, with the values that did it; for an event that matches. */
    default List<Evidence> evidence(Event event) {
        return List.of();
    }
}
