package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;

/** Events for tests that look at times only. */
final class Events {

    private Events() {}

    /** An event of ten bytes at a time, of a request of its own. */
    static StoredEvent at(long timestamp, long arrival) {
        return new StoredEvent(new byte[10], null, null, timestamp, null, arrival, (int) arrival);
    }
}
