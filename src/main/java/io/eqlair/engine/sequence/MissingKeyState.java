package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The pending sequences of one key for a query with missing events.
 *
 * <p>That something did not happen is known only when nothing can come any more that would show the contrary. So events
 * wait in the log until the watermark has passed them, and only then go through the machine, in their final order. A
 * completed sequence that must not be followed by something waits once more, for its deadline.
 */
final class MissingKeyState extends KeyState {

    private static final long NANOS = 1_000_000;

    /** A sequence that stands if nothing occurs up to a time. */
    record Candidate(Partial sequence, long deadline) implements Comparable<Candidate> {

        long bytes() {
            return StateSize.of(sequence);
        }

        @Override
        public int compareTo(Candidate other) {
            int byDeadline = Long.compare(deadline, other.deadline);
            return byDeadline == 0 ? sequence.last().compareTo(other.sequence.last()) : byDeadline;
        }
    }

    private final SequenceShape shape;
    private final MissingEvents missing;
    private final EventLog log = new EventLog();
    private final Occurrences occurrences;
    private final PriorityQueue<Candidate> candidates = new PriorityQueue<>(1);
    private long candidateBytes;
    private Partial[] settled = Machine.EMPTY;

    /** What is older than this is settled. */
    private long floor = Long.MIN_VALUE;

    /** Whether its events are those of another day than the stream's, and so wait for others of their kind. */
    boolean replayed;

    /** When it is queued for, in nanoseconds; {@link Long#MAX_VALUE} while it is in no queue. */
    long queuedFor = Long.MAX_VALUE;

    /** Its number in that queue. */
    long queuedAs;

    MissingKeyState(JoinKey key, SequenceShape shape, MissingEvents missing) {
        super(key);
        this.shape = shape;
        this.missing = missing;
        this.occurrences = new Occurrences(missing.places().size());
    }

    @Override
    boolean isLate(StoredEvent event) {
        return event.timestamp() < floor;
    }

    @Override
    List<List<StoredEvent>> accept(StoredEvent event, long items, long now) {
        log.insert(event, items, shape.ignoresRepetition());
        List<List<StoredEvent>> completed = new ArrayList<>(0);
        while (log.size() > EventLog.MOST) { // the oldest go first; what is older still is late from then on
            LogEntry oldest = log.removeFirst();
            floor = Math.max(floor, oldest.event.timestamp());
            step(oldest, completed);
        }
        return completed;
    }

    @Override
    List<List<StoredEvent>> settle(long until) {
        floor = Math.max(floor, until);
        List<List<StoredEvent>> completed = new ArrayList<>(0);
        for (LogEntry first = log.first(); first != null && first.event.timestamp() < until; first = log.first()) {
            step(log.removeFirst(), completed);
        }
        long now = Math.floorDiv(until, NANOS);
        for (Candidate first = candidates.peek(); first != null && first.deadline() < now; first = candidates.peek()) {
            candidates.remove();
            candidateBytes -= first.bytes();
            decide(first, completed);
        }
        occurrences.forgetBefore(now - missing.maxspan());
        return completed;
    }

    private void step(LogEntry entry, List<List<StoredEvent>> completed) {
        record(entry);
        Partial sequence = shape.machine().completed(settled, entry.event, entry.items);
        if (sequence != null) {
            judge(sequence, completed);
        }
        settled = shape.machine().next(settled, entry.event, entry.items);
    }

    private void record(LogEntry entry) {
        long time = MissingEvents.millis(entry.event);
        List<MissingEvents.Place> places = missing.places();
        for (int i = 0; i < places.size(); i++) {
            if (Items.contains(entry.items, places.get(i).item())) {
                occurrences.add(i, time);
            }
        }
        if ((entry.items & shape.presentItems()) != 0) {
            occurrences.addPresent(time);
        }
    }

    private void judge(Partial sequence, List<List<StoredEvent>> completed) {
        switch (missing.judge(sequence.events(), occurrences)) {
            case MissingEvents.Refused refused -> {
                // nothing else is tried in its place
            }
            case MissingEvents.Stands stands -> completed.add(sequence.events());
            case MissingEvents.StandsAfter after -> await(new Candidate(sequence, after.deadline()));
        }
    }

    private void await(Candidate candidate) {
        candidates.add(candidate);
        candidateBytes += candidate.bytes();
    }

    private void decide(Candidate candidate, List<List<StoredEvent>> completed) {
        if (missing.standsAt(candidate.deadline(), candidate.sequence().last(), occurrences)) {
            completed.add(candidate.sequence().events());
        }
    }

    /** From when on {@link #settle} completes or refuses something; {@link Long#MAX_VALUE} for never. */
    long due() {
        LogEntry first = log.first();
        Candidate next = candidates.peek();
        long settles = first == null ? Long.MAX_VALUE : first.event.timestamp() + 1;
        long decides = next == null ? Long.MAX_VALUE : (next.deadline() + 1) * NANOS;
        return Math.min(settles, decides);
    }

    @Override
    boolean isSpent() {
        return log.first() == null && settled.length == 0 && candidates.isEmpty() && occurrences.isEmpty();
    }

    @Override
    int measure() {
        long bytes = BYTES + key.bytes() + occurrences.bytes() + candidateBytes + StateSize.of(settled) + log.bytes();
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }

    @Override
    Collection<StoredEvent> events() {
        Set<StoredEvent> events = new LinkedHashSet<>();
        for (Partial partial : settled) {
            events.addAll(partial.events());
        }
        candidates.forEach(candidate -> events.addAll(candidate.sequence().events()));
        log.collect(events);
        return events;
    }

    @Override
    void save(StateWriter out) throws IOException {
        out.count(replayed ? 1 : 0);
        out.number(floor);
        out.partials(List.of(settled));
        log.save(out);
        occurrences.save(out);
        out.count(candidates.size());
        for (Candidate candidate : candidates) {
            out.events(candidate.sequence().events());
            out.number(candidate.deadline());
        }
    }

    @Override
    void load(StateReader in) throws IOException {
        replayed = in.count() != 0;
        floor = in.number();
        settled = in.state(shape.machine());
        log.load(in);
        occurrences.load(in);
        for (int left = in.count(); left > 0; left--) {
            await(new Candidate(in.complete(shape.machine()), in.number()));
        }
    }

    @Override
    List<Pending> pending() {
        List<Pending> pending = new ArrayList<>(shape.pending(key, settled));
        for (Candidate candidate : candidates) {
            pending.add(new Pending(key, candidate.sequence().events(), -1, candidate.deadline() * NANOS));
        }
        return pending;
    }

    @Override
    int pendingCount() {
        return settled.length + candidates.size();
    }
}
