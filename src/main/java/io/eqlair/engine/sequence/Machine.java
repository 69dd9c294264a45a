package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The pending sequences of one key, and what an event does to them.
 *
 * <p>There is at most one partial for each number of matched stages; a state is the array of them, the longest first.
 * It is never changed: an event leads from one state to the next. For {@code sequence by u [attrib] [bash] [cat]}:
 *
 * <pre>
 * event      state                 completed
 * 1 attrib   [1]
 * 2 attrib   [2]                             a new start replaces one that waits
 * 3 bash     [2 3]
 * 4 bash     [2 3]                           no partial waits for it
 * 5 attrib   [2 3], [5]
 * 6 cat      [5]                   2 3 6
 * </pre>
 *
 * <p>Stages are tried from the last to the first, so that an event that ends one sequence can start another and never
 * fills two stages of one. A partial whose {@code maxspan} has passed is dropped when it is met; an {@code until} event
 * drops all, after it has been matched. In the order of events this gives what Elasticsearch gives.
 */
final class Machine {

    static final Partial[] EMPTY = {};

    private final int[] itemOfStage;
    private final long maxspan;
    private final long untilBit;

    /**
     * A machine for stages that must be there; missing events are not its business.
     *
     * @param itemOfStage the item that each stage asks for
     * @param maxspan nanoseconds, {@link Long#MAX_VALUE} for any time
     * @param untilBit the bit of the item that ends all, 0 for none
     */
    Machine(int[] itemOfStage, long maxspan, long untilBit) {
        this.itemOfStage = itemOfStage.clone();
        this.maxspan = maxspan;
        this.untilBit = untilBit;
    }

    /** The item that a stage asks for. */
    int item(int stage) {
        return itemOfStage[stage];
    }

    /** The state after an event. What the event completes is found by {@link #completed}. */
    Partial[] next(Partial[] state, StoredEvent event, long items) {
        if ((items & untilBit) != 0) {
            return EMPTY;
        }
        boolean starts = itemOfStage.length > 1 && Items.contains(items, itemOfStage[0]);
        Partial[] next = new Partial[state.length + (starts ? 1 : 0)];
        int size = 0;
        for (Partial partial : state) {
            Partial kept = advance(partial, event, items);
            if (kept != null) {
                size = put(next, size, kept);
            }
        }
        if (starts) {
            size = put(next, size, Partial.of(event));
        }
        return size == next.length ? next : Arrays.copyOf(next, size);
    }

    /** The sequence that an event completes, null where it completes none. */
    @Nullable
    Partial completed(Partial[] state, StoredEvent event, long items) {
        int last = itemOfStage.length - 1;
        if (!Items.contains(items, itemOfStage[last])) {
            return null;
        }
        if (last == 0) {
            return Partial.of(event);
        }
        boolean waits = state.length > 0 && state[0].length() == last && !isExpired(state[0], event);
        return waits ? state[0].with(event) : null;
    }

    /** What becomes of a partial that stays pending; null where it is complete or has expired. */
    private @Nullable Partial advance(Partial partial, StoredEvent event, long items) {
        if (isExpired(partial, event)) {
            return null;
        }
        if (!Items.contains(items, itemOfStage[partial.length()])) {
            return partial;
        }
        return partial.length() == itemOfStage.length - 1 ? null : partial.with(event);
    }

    /** A partial that has just reached a length replaces one that had waited there. */
    private static int put(Partial[] state, int size, Partial partial) {
        boolean taken = size > 0 && state[size - 1].length() == partial.length();
        int place = taken ? size - 1 : size;
        state[place] = partial;
        return place + 1;
    }

    private boolean isExpired(Partial partial, StoredEvent event) {
        return event.timestamp() - partial.first().timestamp() > maxspan;
    }

    /** How many stages a complete sequence has. */
    int stages() {
        return itemOfStage.length;
    }

    /** Whether two states wait for the same with the same events. */
    static boolean same(Partial[] a, Partial[] b) {
        boolean same = a.length == b.length;
        for (int i = 0; same && i < a.length; i++) {
            same = a[i].length() == b[i].length() && a[i].hasEventsOf(b[i]);
        }
        return same;
    }
}
