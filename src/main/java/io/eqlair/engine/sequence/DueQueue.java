package io.eqlair.engine.sequence;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** States by the time at which they have something to decide. Guarded by the lock of its shard, but for a look. */
final class DueQueue {

    private final PriorityQueue<MissingKeyState> states =
            new PriorityQueue<>(Comparator.comparingLong(state -> state.queuedFor));

    /** Read without the lock. */
    private volatile long next = Long.MAX_VALUE;

    /** When something is to be decided next, {@link Long#MAX_VALUE} for never. */
    long next() {
        return next;
    }

    /** Puts a state in its place. It is in no queue. */
    void add(MissingKeyState state) {
        state.queuedFor = state.due();
        if (state.queuedFor != Long.MAX_VALUE) {
            states.add(state);
            note();
        }
    }

    void remove(MissingKeyState state) {
        if (state.queuedFor != Long.MAX_VALUE) {
            states.remove(state);
            state.queuedFor = Long.MAX_VALUE;
            note();
        }
    }

    /** Takes out the next state that has something to decide by a time; null where there is none. */
    @Nullable
    MissingKeyState poll(long until) {
        MissingKeyState state = states.peek();
        if (state == null || state.queuedFor > until) {
            return null;
        }
        states.poll();
        state.queuedFor = Long.MAX_VALUE;
        note();
        return state;
    }

    private void note() {
        MissingKeyState state = states.peek();
        next = state == null ? Long.MAX_VALUE : state.queuedFor;
    }
}
