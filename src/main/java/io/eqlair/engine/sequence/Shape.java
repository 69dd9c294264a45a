package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.util.List;

/**
 * What a query wants of the events of one key, as far as that does not depend on which fields are kept: it outlives the
 * rule set that it was compiled in.
 */
public sealed interface Shape permits SequenceShape, SampleShape {

    /** How many different items it has. */
    int items();

    /** Whether events are joined by keys; without, all are in one state. */
    boolean isKeyed();

    /** How long after its last event a state is of no more use, in nanoseconds. */
    long retention();

    /** Whether something is decided by the passing of time alone. */
    boolean waitsForTime();

    /** A state in which nothing has happened. */
    KeyState newState(JoinKey key);

    /** The steps of a result, in the order of the query's items, the missing ones among them. */
    List<Step> steps(List<StoredEvent> events);
}
