package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Some of a rule's join keys, under one lock.
 *
 * <p>A key goes through two lists. Until the stream has moved on by the allowed lateness it is recent; then its events
 * are final, and it either has nothing pending and is forgotten, or it waits until its retention is over. Both lists are in
 * the order in which keys were last touched, so each step of the clean-up looks only at their stalest ends.
 */
final class Shard {

    /** Clean-up steps for each event; two would keep up, more catches up. */
    private static final int STEPS = 4;

    /** Clean-up steps when there is nothing else to do; bounds how long the lock is held. */
    private static final int MANY_STEPS = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final KeyTable states = new KeyTable();
    private final KeyList recent = new KeyList();
    private final KeyList waiting = new KeyList();
    private final DueQueue live;
    private final DueQueue replayed;
    private final Shape shape;
    private final StateBudget.Account account;

    /** The touch of the stalest key, {@link Long#MAX_VALUE} without keys; read without the lock. */
    private volatile long stalest = Long.MAX_VALUE;

    Shard(Shape shape, StateBudget.Account account, DueBound live, DueBound replayed) {
        this.shape = shape;
        this.account = account;
        this.live = new DueQueue(live);
        this.replayed = new DueQueue(replayed);
    }

    /** Whether the event was in time for its key. */
    boolean accept(KeyedItems keyed, StoredEvent event, StreamTime time, List<Completed> completed) {
        lock.lock();
        try {
            KeyState state = states.computeIfAbsent(keyed.key(), this::create);
            boolean late = state.isLate(event);
            if (!late) {
                complete(state, state.accept(event, keyed.items(), time.newest()), completed);
                touch(state, event, time);
            }
            clean(time.watermark(), STEPS, completed);
            return !late;
        } finally {
            lock.unlock();
        }
    }

    /** Decides what is due by now: for live keys and for replayed ones. */
    void settle(long until, long replayUntil, List<Completed> completed) {
        if (live.next() > until && replayed.next() > replayUntil) {
            return;
        }
        lock.lock();
        try {
            settle(live, until, completed);
            settle(replayed, replayUntil, completed);
        } finally {
            lock.unlock();
        }
    }

    long nextLive() {
        return live.next();
    }

    long nextReplayed() {
        return replayed.next();
    }

    private void settle(DueQueue queue, long until, List<Completed> completed) {
        for (MissingKeyState state = queue.poll(until); state != null; state = queue.poll(until)) {
            complete(state, state.settle(until), completed);
            queue.add(state);
            measure(state);
        }
    }

    /** Forgets what no later event could extend. */
    void clean(long watermark, List<Completed> completed) {
        lock.lock();
        try {
            clean(watermark, MANY_STEPS, completed);
        } finally {
            lock.unlock();
        }
    }

    private KeyState create(JoinKey key) {
        KeyState state = shape.newState(key);
        recent.addFreshest(state);
        account.addKeys(1);
        return state;
    }

    private static void complete(KeyState state, List<List<StoredEvent>> results, List<Completed> completed) {
        for (List<StoredEvent> events : results) {
            completed.add(new Completed(state.key, events));
        }
    }

    private void touch(KeyState state, StoredEvent event, StreamTime time) {
        list(state).remove(state);
        state.waiting = false;
        state.touched = Math.max(state.touched, time.newestOrClock());
        state.touchedBy = event.arrival();
        recent.addFreshest(state);
        if (state instanceof MissingKeyState waits) {
            queue(waits).remove(waits);
            waits.replayed = event.timestamp() < time.watermark();
            queue(waits).add(waits);
        }
        measure(state);
        noteStalest();
    }

    private DueQueue queue(MissingKeyState state) {
        return state.replayed ? replayed : live;
    }

    private void measure(KeyState state) {
        int bytes = state.measure();
        account.addBytes(bytes - state.bytes);
        state.bytes = bytes;
    }

    private void clean(long watermark, int steps, List<Completed> completed) {
        int left = steps;
        for (KeyState state = recent.stalest();
                state != null && left > 0 && isOver(state, watermark, 0);
                state = recent.stalest()) {
            settleAndMove(state);
            left--;
        }
        for (KeyState state = waiting.stalest();
                state != null && left > 0 && isOver(state, watermark, shape.retention());
                state = waiting.stalest()) {
            complete(state, state.settle(Long.MAX_VALUE), completed);
            forget(state);
            left--;
        }
        noteStalest();
    }

    private static boolean isOver(KeyState state, long watermark, long retention) {
        long end = state.touched + retention;
        boolean overflows = end < state.touched;
        return !overflows && end < watermark;
    }

    private void settleAndMove(KeyState state) {
        if (!shape.waitsForTime()) {
            state.settle(state.touched + 1);
            measure(state);
        }
        if (state.isSpent()) {
            forget(state);
        } else {
            recent.remove(state);
            state.waiting = true;
            waiting.addFreshest(state);
        }
    }

    private void forget(KeyState state) {
        list(state).remove(state);
        states.remove(state);
        if (state instanceof MissingKeyState waits) {
            queue(waits).remove(waits);
        }
        account.addKeys(-1);
        account.addBytes(-state.bytes);
    }

    private KeyList list(KeyState state) {
        return state.waiting ? waiting : recent;
    }

    private void noteStalest() {
        KeyState state = stalestState();
        stalest = state == null ? Long.MAX_VALUE : state.touchedBy;
    }

    private @Nullable KeyState stalestState() {
        KeyState waits = waiting.stalest();
        return waits == null ? recent.stalest() : waits;
    }

    /** When the stalest key was touched last, as the number of an event. */
    long stalest() {
        return stalest;
    }

    /** Forgets the stalest key to make room; false if there is none. */
    boolean evictStalest() {
        lock.lock();
        try {
            KeyState state = stalestState();
            if (state == null) {
                return false;
            }
            forget(state);
            noteStalest();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Shows all states, from the stalest to the freshest. */
    void show(PendingPage.Collector page) {
        lock.lock();
        try {
            show(waiting, page);
            show(recent, page);
        } finally {
            lock.unlock();
        }
    }

    /** What is pending for one key. */
    List<Pending> pending(JoinKey key) {
        lock.lock();
        try {
            KeyState state = states.find(key);
            return state == null ? List.of() : state.pending();
        } finally {
            lock.unlock();
        }
    }

    private static void show(KeyList list, PendingPage.Collector page) {
        for (KeyState state = list.stalest(); state != null; state = state.fresher) {
            page.add(state);
        }
    }

    void clear() {
        lock.lock();
        try {
            for (KeyState state = stalestState(); state != null; state = stalestState()) {
                forget(state);
            }
            noteStalest();
        } finally {
            lock.unlock();
        }
    }

    /** Writes all states, from the stalest to the freshest. */
    void save(StateWriter out) throws IOException {
        lock.lock();
        try {
            save(waiting, out);
            save(recent, out);
        } finally {
            lock.unlock();
        }
    }

    private static void save(KeyList list, StateWriter out) throws IOException {
        for (KeyState state = list.stalest(); state != null; state = state.fresher) {
            out.declare(state.events());
            out.key(state.key);
            out.number(state.touched);
            out.number(state.touchedBy);
            state.save(out);
            out.flush('K');
        }
    }

    /** Reads the state of a key that is not there yet; keys come from the stalest to the freshest. */
    void restore(JoinKey key, StateReader in) throws IOException {
        lock.lock();
        try {
            KeyState state = states.computeIfAbsent(key, this::create);
            state.touched = in.number();
            state.touchedBy = in.number();
            state.load(in);
            if (state instanceof MissingKeyState waits) {
                queue(waits).add(waits);
            }
            measure(state);
            noteStalest();
        } finally {
            lock.unlock();
        }
    }
}
