package io.eqlair.engine.sequence;

import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** States by the time at which they have something to decide. Guarded by the lock of its shard, but for a look. */
final class DueQueue {

    private static final Comparator<MissingKeyState> BY_TIME = Comparator.<MissingKeyState>comparingLong(
                    state -> state.queuedFor)
            .thenComparingLong(state -> state.queuedAs);

    /** A set rather than a heap, which would have to be searched for each state that leaves. */
    private final TreeSet<MissingKeyState> states = new TreeSet<>(BY_TIME);

    /** Tells states of one time apart. */
    private long added;

    /** Read without the lock. */
    private volatile long next = Long.MAX_VALUE;

    private final DueBound bound;

    /** A queue that keeps a bound which it shares with others. */
    DueQueue(DueBound bound) {
        this.bound = bound;
    }

    /** When something is to be decided next, {@link Long#MAX_VALUE} for never. */
    long next() {
        return next;
    }

    /** Puts a state in its place. It is in no queue. */
    void add(MissingKeyState state) {
        state.queuedFor = state.due();
        if (state.queuedFor != Long.MAX_VALUE) {
            state.queuedAs = added++;
            states.add(state);
            note();
            bound.lower(next);
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
        if (states.isEmpty() || states.first().queuedFor > until) {
            return null;
        }
        MissingKeyState state = states.removeFirst();
        state.queuedFor = Long.MAX_VALUE;
        note();
        return state;
    }

    private void note() {
        next = states.isEmpty() ? Long.MAX_VALUE : states.first().queuedFor;
    }
}
