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

    /** The partials and their events, and the log with its events. */
    static int of(Partial[] partials, @Nullable EventLog log) {
        LogEntry open = log == null ? null : log.first();
        long bytes = 16 + 4L * partials.length + (log == null ? 0 : log.bytes());
        for (int i = 0; i < partials.length; i++) {
            bytes += (long) Partial.BYTES * partials[i].length();
            bytes += i > 0 && spans(partials[0], partials[i]) ? 0 : events(partials[i], open);
        }
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }

    static int event(StoredEvent event) {
        return EVENT_BYTES + event.source().length;
    }

    /** The events that are not in the log, which begins with the given entry. */
    private static long events(Partial partial, @Nullable LogEntry open) {
        long bytes = 0;
        for (Partial part = partial; part != null; part = part.previous()) {
            boolean inLog = open != null && part.last().compareTo(open.event) >= 0;
            bytes += inLog ? 0 : event(part.last());
        }
        return bytes;
    }

    /** Whether a partial lies within the time of a longer one, with which it then shares its events as a rule. */
    private static boolean spans(Partial longer, Partial partial) {
        return longer.first().compareTo(partial.first()) <= 0 && longer.last().compareTo(partial.last()) >= 0;
    }
}
