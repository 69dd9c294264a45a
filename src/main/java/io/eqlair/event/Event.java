package io.eqlair.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document, as far as rules look at it.
 *
 * <p>Not thread-safe while it is matched: it counts what failed in the course of it.
 */
public final class Event {

    /** By slot: null, one value, or a list of several. */
    private final @Nullable Object[] values;

    private final StoredEvent stored;
    private final boolean timeUnreadable;
    private int failures;

    Event(@Nullable Object[] values, StoredEvent stored, boolean timeUnreadable) {
        this.values = values;
        this.stored = stored;
        this.timeUnreadable = timeUnreadable;
    }

    /** What is to be kept of the event once it has been matched. */
    public StoredEvent stored() {
        return stored;
    }

    /** Whether it says a time that cannot be read, so that the time of its arrival stands for it. */
    public boolean timeUnreadable() {
        return timeUnreadable;
    }

    /** How many values a field has. */
    public int count(int slot) {
        Object value = values[slot];
        return value == null ? 0 : value instanceof List<?> list ? list.size() : 1;
    }

    /** One of a field's values: Boolean, Long, Double or String. */
    public Object value(int slot, int position) {
        Object value = values[slot];
        Object one = value instanceof List<?> list ? list.get(position) : value;
        if (one == null) {
            throw new IndexOutOfBoundsException("value must exist: " + position + " of slot " + slot);
        }
        return one;
    }

    /** Records an operation that could not be carried out, such as a division by zero; it counts as null. */
    public void countFailure() {
        failures++;
    }

    /** How many operations could not be carried out so far. */
    public int failures() {
        return failures;
    }
}
