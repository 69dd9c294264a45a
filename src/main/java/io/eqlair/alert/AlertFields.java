package io.eqlair.alert;

import io.eqlair.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads some fields of the events of alerts. Thread-safe. */
public final class AlertFields {

    private final List<String> fields;
    private final StoredFields stored;

    /** Reads these, each a dotted path. */
    public AlertFields(Set<String> fields) {
        this.fields = List.copyOf(fields);
        this.stored = new StoredFields(fields, () -> Instant.EPOCH); // the times of events are not read
    }

    /** The different values of a field in all the events of an alert: Boolean, Long, Double or String. */
    public Set<Object> values(Alert alert, String field) {
        Set<Object> values = new LinkedHashSet<>();
        events(alert).forEach(event -> values.addAll(stored.values(field, event)));
        return values;
    }

    /** The different values of all the fields. */
    public Set<Object> values(Alert alert) {
        Set<Object> values = new LinkedHashSet<>();
        for (Event event : events(alert)) {
            fields.forEach(field -> values.addAll(stored.values(field, event)));
        }
        return values;
    }

    private List<Event> events(Alert alert) {
        List<Event> events = new ArrayList<>();
        for (Alert.AlertEvent event : alert.events()) {
            events.add(stored.reread(event.source().utf8()));
        }
        return events;
    }
}
