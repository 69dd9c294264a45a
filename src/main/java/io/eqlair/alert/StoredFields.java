package io.eqlair.alert;

import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventLimits;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRejected;
import io.eqlair.event.EventRoles;
import io.eqlair.event.FieldTable;
import io.eqlair.event.StoredEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads fields of events that are kept as documents, which are read again for them. */
final class StoredFields {

    private final FieldTable table;
    private final EventReader reader;

    StoredFields(Set<String> fields, InstantSource clock) {
        EventLimits none = new EventLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
        this.table = EventRoles.ECS.table(fields);
        this.reader = new EventReader(table, EventRoles.ECS, none, clock, () -> 0);
    }

    /** The same document, with the fields that are read. */
    Event reread(StoredEvent event) {
        return reread(event.source());
    }

    /** The same for the document itself. */
    Event reread(byte[] source) {
        try {
            return reader.read(source, Envelope.NONE);
        } catch (EventRejected impossible) {
            throw new IllegalStateException("what was read once can be read again", impossible);
        }
    }

    /** The values of one of the fields: Boolean, Long, Double or String. */
    List<Object> values(String field, Event event) {
        int slot = table.slot(field);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < event.count(slot); i++) {
            values.add(event.value(slot, i));
        }
        return values;
    }
}
