package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The events of one key within the allowed lateness, in their order, whatever the order of their arrival. */
final class EventLog {

    private @Nullable LogEntry first;

    private @Nullable LogEntry last;

    private int size;

    private long bytes;

    @Nullable
    LogEntry first() {
        return first;
    }

    @Nullable
    LogEntry last() {
        return last;
    }

    /**
     * Puts an event in its place.
     *
     * @param onlyNew whether an event that is there already is refused
     * @return its entry, null where it was refused
     */
    @Nullable
    LogEntry insert(StoredEvent event, long items, boolean onlyNew) {
        LogEntry before = last;
        while (before != null && before.event.compareTo(event) > 0) {
            before = before.previous;
        }
        if (onlyNew && isKnown(before, event)) {
            return null;
        }
        LogEntry entry = new LogEntry(event, items);
        link(entry, before);
        size++;
        bytes += entry.bytes();
        return entry;
    }

    private void link(LogEntry entry, @Nullable LogEntry before) {
        LogEntry after = before == null ? first : before.next;
        entry.previous = before;
        entry.next = after;
        if (before == null) {
            first = entry;
        } else {
            before.next = entry;
        }
        if (after == null) {
            last = entry;
        } else {
            after.previous = entry;
        }
    }

    /** Removes the first entry, which must be there. */
    LogEntry removeFirst() {
        LogEntry removed = Objects.requireNonNull(first);
        LogEntry second = removed.next;
        first = second;
        if (second == null) {
            last = null;
        } else {
            second.previous = null;
        }
        size--;
        bytes -= removed.bytes();
        return removed;
    }

    int size() {
        return size;
    }

    /** What the entries and their events cost in memory. */
    long bytes() {
        return bytes;
    }

    void collect(Collection<StoredEvent> events) {
        for (LogEntry entry = first; entry != null; entry = entry.next) {
            events.add(entry.event);
            entry.collectReported(events);
        }
    }

    void save(StateWriter out) throws IOException {
        out.count(size);
        for (LogEntry entry = first; entry != null; entry = entry.next) {
            out.event(entry.event);
            out.number(entry.items);
            out.count(entry.reported().size());
            for (Partial partial : entry.reported()) {
                out.events(partial.events());
            }
        }
    }

    void load(StateReader in) throws IOException {
        for (int left = in.count(); left > 0; left--) {
            LogEntry entry = insert(in.event(), in.number(), false);
            List<Partial> reported = in.partials();
            if (entry != null) {
                reported.forEach(entry::report);
            }
        }
    }

    /**
     * A shipper that sends a batch again sends the same bytes with the same timestamp. Within one batch, events that are
     * alike are different events; so each of them claims one that is known from another batch.
     */
    private static boolean isKnown(@Nullable LogEntry from, StoredEvent event) {
        for (LogEntry entry = from;
                entry != null && entry.event.timestamp() == event.timestamp();
                entry = entry.previous) {
            if (isRepeated(entry.event, event) && entry.claim(event)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an event is one that came before: it has its id or, in another batch, the same bytes. */
    static boolean isRepeated(StoredEvent known, StoredEvent event) {
        boolean named = known.givenId() != null || event.givenId() != null;
        boolean sameEvent = named ? Objects.equals(known.givenId(), event.givenId()) : isSentAgain(known, event);
        return sameEvent && Objects.equals(known.index(), event.index());
    }

    private static boolean isSentAgain(StoredEvent known, StoredEvent event) {
        return known.batch() != event.batch() && Arrays.equals(known.source(), event.source());
    }
}
