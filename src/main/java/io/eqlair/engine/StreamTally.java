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
        if (event.hasFirstUses()) { // else not even a lambda is made, of which there would be one for each event
            event.drainFirstUses(slot -> note(slot, table));
        }
    }

    /** Slots behind the table are a search hit's own. */
    private void note(int slot, FieldTable table) {
        if (slot < table.size()) {
            fields.add(table.name(slot));
        }
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
