package io.eqlair.engine;

import io.eqlair.event.Event;
import io.eqlair.event.FieldTable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What the stream has brought so far, over all sets of rules: how many events, and which fields. Thread-safe. */
final class StreamTally {

    private final LongAdder events = new LongAdder();

    /** Of those that some rule read when they came. */
    private final Set<String> fields = ConcurrentHashMap.newKeySet();

    /** So many more events were evaluated. */
    void add(int more) {
        events.add(more);
    }

    long events() {
        return events.sum();
    }

    /** Takes note of the fields that an event brings for the first time. */
    void note(Event event, FieldTable table) {
        event.drainFirstUses(slot -> {
            if (slot < table.size()) { // the others are a search hit's own
                fields.add(table.name(slot));
            }
        });
    }

    /** How many fields events have carried. */
    int seenFields() {
        return fields.size();
    }

    /** Whether some event has carried a field. */
    boolean hasSeen(String field) {
        return fields.contains(field);
    }
}
