package io.eqlair.engine.matcher;

import io.eqlair.event.Event;
import org.jspecify.annotations.Nullable;

/** One value for each field of a computed leaf, null where a field has none. */
final class Row {

    private final Event event;
    private final @Nullable Object[] values;

    Row(Event event, int fields) {
        this.event = event;
        this.values = new @Nullable Object[fields];
    }

    /** Where failures are counted. */
    Event event() {
        return event;
    }

    @Nullable
    Object value(int field) {
        return values[field];
    }

    void set(int field, @Nullable Object value) {
        values[field] = value;
    }
}
