package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * Estimates what the events of a key cost in memory. An event that several partials of the key share is counted once;
 * one that several keys or rules share is counted by each, so that the sum is never less than what is used.
 */
final class StateSize {

    /** The objects of a kept event besides its document: itself, the array's header, id and tie-breaker. */
    private static final int EVENT_BYTES = 120;

    private StateSize() {}

    /** The partials and their events, and the events of the log that are in no partial. */
    static int of(Partial[] partials, @Nullable EventLog log) {
        long bytes = 16 + 4L * partials.length;
        for (int i = 0; i < partials.length; i++) {
            bytes += (long) Partial.BYTES * partials[i].length();
            bytes += i > 0 && spans(partials[0], partials[i]) ? 0 : events(partials[i]);
        }
        for (LogEntry entry = log == null ? null : log.first(); entry != null; entry = entry.next) {
            bytes += LogEntry.BYTES + (isHeld(partials, entry.event) ? 0 : event(entry.event));
        }
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }

    static int event(StoredEvent event) {
        return EVENT_BYTES + event.source().length;
    }

    private static long events(Partial partial) {
        long bytes = 0;
        for (Partial part = partial; part != null; part = part.previous()) {
            bytes += event(part.last());
        }
        return bytes;
    }

    /** Whether a partial lies within the time of a longer one, with which it then shares its events as a rule. */
    private static boolean spans(Partial longer, Partial partial) {
        return longer.first().compareTo(partial.first()) <= 0 && longer.last().compareTo(partial.last()) >= 0;
    }

    private static boolean isHeld(Partial[] partials, StoredEvent event) {
        for (Partial partial : partials) {
            if (partial.last().equals(event)) {
                return true;
            }
        }
        return false;
    }
}
