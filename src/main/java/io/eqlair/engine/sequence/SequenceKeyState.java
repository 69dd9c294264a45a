package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pending sequences of one key, in the order of events whatever the order of their arrival.
 *
 * <p>Two things are kept: the state after all events that are final, and a log of those that are not, each with the
 * state it led to. An event in order is one step from the last state. A late one is put in its place, and only what
 * follows it is stepped through again, up to where the states agree with those of before.
 *
 * <pre>
 * settled: [1 3]     log: 5 → [1 3 5]     7 → [1 3 5], [7]        6 arrives: 5, 6 → …, 7 → …
 * </pre>
 */
final class SequenceKeyState extends KeyState {

    private final SequenceShape shape;

    /** Null while it is empty, as it is for nearly all of a million keys that wait. */
    private @Nullable EventLog log;

    private Partial[] settled = Machine.EMPTY;

    /** What is older than this is settled. */
    private long floor = Long.MIN_VALUE;

    SequenceKeyState(JoinKey key, SequenceShape shape) {
        super(key);
        this.shape = shape;
    }

    @Override
    boolean isLate(StoredEvent event) {
        return event.timestamp() < floor;
    }

    @Override
    List<List<StoredEvent>> accept(StoredEvent event, long items, long now) {
        EventLog open = log == null ? new EventLog() : log;
        log = open;
        int position = open.insert(event, items, shape.ignoresRepetition());
        List<List<StoredEvent>> completed = position == EventLog.KNOWN ? List.of() : step(open, position);
        fold(shape.floor(event.timestamp(), now));
        foldSurplus();
        return completed;
    }

    private List<List<StoredEvent>> step(EventLog open, int from) {
        List<List<StoredEvent>> completed = new ArrayList<>(0);
        Partial[] state = from == 0 ? settled : open.get(from - 1).after;
        for (int i = from; i < open.size(); i++) {
            LogEntry entry = open.get(i);
            Partial complete = shape.machine().completed(state, entry.event, entry.items);
            if (complete != null && open.report(entry, complete)) {
                completed.add(complete.events());
            }
            Partial[] after = shape.machine().next(state, entry.event, entry.items);
            if (i > from && Machine.same(after, entry.after)) {
                break;
            }
            open.lead(entry, after);
            state = after;
        }
        return completed;
    }

    @Override
    List<List<StoredEvent>> settle(long until) {
        LogEntry last = log == null ? null : log.last();
        long newest = last == null ? floor : last.event.timestamp();
        fold(until);
        floor = Math.max(floor, Math.min(until, newest));
        return List.of();
    }

    private void fold(long until) {
        EventLog open = log;
        LogEntry first = open == null ? null : open.first();
        while (open != null && first != null && first.event.timestamp() < until) {
            settled = open.removeFirst().after;
            first = open.first();
        }
        log = first == null ? null : open;
        floor = Math.max(floor, until == Long.MAX_VALUE ? floor : until);
    }

    /** The oldest go first; what is older still is late from then on. */
    private void foldSurplus() {
        EventLog open = log;
        while (open != null && open.size() > EventLog.MOST) {
            LogEntry oldest = open.removeFirst();
            settled = oldest.after;
            floor = Math.max(floor, oldest.event.timestamp());
        }
    }

    @Override
    boolean isSpent() {
        return log == null && settled.length == 0;
    }

    private Partial[] current() {
        LogEntry last = log == null ? null : log.last();
        return last == null ? settled : last.after;
    }

    @Override
    int measure() {
        long bytes = BYTES + key.bytes() + StateSize.of(settled) + (log == null ? 0 : log.bytes());
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }

    @Override
    List<Pending> pending() {
        return shape.pending(key, current());
    }

    @Override
    int pendingCount() {
        return current().length;
    }

    @Override
    Collection<StoredEvent> events() {
        Set<StoredEvent> events = new LinkedHashSet<>();
        for (Partial partial : settled) {
            events.addAll(partial.events());
        }
        if (log != null) {
            log.collect(events);
        }
        return events;
    }

    @Override
    void save(StateWriter out) throws IOException {
        out.number(floor);
        out.partials(List.of(settled));
        (log == null ? new EventLog() : log).save(out);
    }

    /** What the log's events completed was reported before the snapshot; only the states they led to are found anew. */
    @Override
    void load(StateReader in) throws IOException {
        floor = in.number();
        settled = in.state(shape.machine());
        EventLog saved = new EventLog();
        saved.load(in);
        Partial[] state = settled;
        for (int i = 0; i < saved.size(); i++) {
            LogEntry entry = saved.get(i);
            state = shape.machine().next(state, entry.event, entry.items);
            saved.lead(entry, state);
        }
        log = saved.size() == 0 ? null : saved;
    }
}
