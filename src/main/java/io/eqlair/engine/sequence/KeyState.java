package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is remembered for one join key. Guarded by the lock of its shard. */
public abstract sealed class KeyState permits SequenceKeyState, MissingKeyState, SampleKeyState {

    /** The objects of a state without what it refers to, and its entry in the table of its shard, in bytes. */
    static final int BYTES = 80;

    final JoinKey key;

    /** The next state in the same bucket of the shard's table. */
    @Nullable
    KeyState nextInBucket;

    /** Neighbours in one of the shard's lists, from the stalest to the freshest. */
    @Nullable
    KeyState staler;

    @Nullable
    KeyState fresher;

    /** Whether it is in the list of those whose events have all been settled. */
    boolean waiting;

    /** The stream's time when its last event came, in nanoseconds. */
    long touched;

    /** The number of the last event that came, which orders states by staleness. */
    long touchedBy;

    /** What it cost in memory when it was last measured, in bytes. */
    int bytes;

    KeyState(JoinKey key) {
        this.key = key;
    }

    /** Whether an event is too old to be put in its place: what came after it is settled. */
    abstract boolean isLate(StoredEvent event);

    /**
     * Takes an event that is not late, and returns what it completes.
     *
     * @param now the stream's time, {@link Long#MIN_VALUE} while it has none; the event may be ahead of it
     */
    abstract List<List<StoredEvent>> accept(StoredEvent event, long items, long now);

    /** Takes events before a time for final, and returns what this completes. */
    abstract List<List<StoredEvent>> settle(long until);

    /** Whether nothing is left that a later event could extend. */
    abstract boolean isSpent();

    /** What it costs in memory, in bytes, its events included. */
    abstract int measure();

    /** The events that it holds, for a snapshot. */
    abstract Collection<StoredEvent> events();

    /** Writes what a fresh state needs to go on as this one. */
    abstract void save(StateWriter out) throws IOException;

    /** Takes over what was saved; the state is fresh. */
    abstract void load(StateReader in) throws IOException;

    /** What is pending, for people. */
    abstract List<Pending> pending();

    /** How many {@link #pending} has. */
    abstract int pendingCount();
}
