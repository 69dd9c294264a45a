package io.eqlair.engine.sequence;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A time before which nothing is due in any of several queues: the one look that an event costs while nothing is. It may
 * be earlier than need be, never later. Thread-safe.
 */
final class DueBound {

    private final AtomicLong bound = new AtomicLong(Long.MAX_VALUE);

    /** Whether something may be due by a time. */
    boolean isDue(long until) {
        return bound.get() <= until;
    }

    /** Something is due at a time, in a queue that says so already. */
    void lower(long due) {
        long known = bound.get();
        while (due < known && !bound.compareAndSet(known, due)) {
            known = bound.get();
        }
    }

    /** To be followed by {@link #lower} for every queue; what a queue gains meanwhile lowers it as well. */
    void lift() {
        bound.set(Long.MAX_VALUE);
    }
}
