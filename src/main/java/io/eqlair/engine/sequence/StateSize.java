package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;

/**
 * Estimates what the events of a key cost in memory. An event that several partials of the key share is counted once;
 * one that several keys or rules share is counted by each, so that the sum is never less than what is used.
 */
final class StateSize {

    /** The objects of a kept event besides its document: itself, the array's header, id and tie-breaker. */
    private static final int EVENT_BYTES = 120;

    private StateSize() {}

    /** Partials, the longest first, and their events. */
    static long of(Partial... partials) {
        long bytes = 16 + 4L * partials.length;
        for (int i = 0; i < partials.length; i++) {
            bytes += (long) Partial.BYTES * partials[i].length();
            bytes += i > 0 && spans(partials[0], partials[i]) ? 0 : events(partials[i]);
        }
        return bytes;
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
}
