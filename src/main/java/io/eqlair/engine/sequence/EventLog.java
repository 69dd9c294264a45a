package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The events of one key within the allowed lateness, in their order, whatever the order of their arrival. An array, in
 * which a place is found by halving and made by moving what follows, so that no order of arrival is a slow one:
 *
 * <pre>
 * [ – – e3 e5 e9 – – – ]      start 2, end 5      e4 arrives: [ – – e3 e4 e5 e9 – – ]
 * </pre>
 */
final class EventLog {

    /** Events that are not final, whatever the lateness: a late one may have to step through all of them. */
    static final int MOST = 10_000;

    /** What {@link #insert} says of an event that is there already. */
    static final int KNOWN = -1;

    private @Nullable LogEntry[] entries = new @Nullable LogEntry[1];
    private int start;
    private int end;
    private long bytes;

    int size() {
        return end - start;
    }

    /** The entry at a position from 0, which must be there. */
    LogEntry get(int position) {
        return Objects.requireNonNull(entries[start + position]);
    }

    @Nullable
    LogEntry first() {
        return size() == 0 ? null : get(0);
    }

    @Nullable
    LogEntry last() {
        return size() == 0 ? null : get(size() - 1);
    }

    /**
     * Puts an event in its place.
     *
     * @param onlyNew whether an event that is there already is refused
     * @return its position, or {@link #KNOWN}
     */
    int insert(StoredEvent event, long items, boolean onlyNew) {
        int position = placeOf(event);
        if (onlyNew && isKnown(position, event)) {
            return KNOWN;
        }
        if (end == entries.length) {
            makeRoom();
        }
        int at = start + position;
        System.arraycopy(entries, at, entries, at + 1, end - at);
        LogEntry entry = new LogEntry(event, items);
        entries[at] = entry;
        end++;
        bytes += entry.bytes();
        return position;
    }

    /** Behind the last entry that is not after the event: mostly the end. */
    private int placeOf(StoredEvent event) {
        int low = 0;
        int high = size();
        int middle = high - 1;
        while (low < high) {
            if (get(middle).event.compareTo(event) > 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
            middle = (low + high) >>> 1;
        }
        return low;
    }

    /** Moves the entries to the beginning when half of the array lies before them, else to an array twice as large. */
    private void makeRoom() {
        int size = size();
        @Nullable LogEntry[] old = entries;
        entries = start * 2 < old.length ? new @Nullable LogEntry[old.length * 2] : old;
        System.arraycopy(old, start, entries, 0, size);
        Arrays.fill(entries, size, entries.length, null);
        start = 0;
        end = size;
    }

    /** Removes the first entry, which must be there. */
    LogEntry removeFirst() {
        LogEntry removed = get(0);
        entries[start++] = null;
        bytes -= removed.bytes();
        if (start == end) {
            entries = new @Nullable LogEntry[1];
            start = 0;
            end = 0;
        }
        return removed;
    }

    /** Notes the state that an entry has led to. */
    void lead(LogEntry entry, Partial[] after) {
        bytes -= entry.bytes();
        entry.after = after;
        bytes += entry.bytes();
    }

    /** Notes a sequence that an entry has completed; false where the same events were reported before. */
    boolean report(LogEntry entry, Partial completed) {
        bytes -= entry.bytes();
        boolean isNew = entry.report(completed);
        bytes += entry.bytes();
        return isNew;
    }

    /** What the entries cost in memory with their events, their states, and what they reported. */
    long bytes() {
        return 48 + 4L * entries.length + bytes;
    }

    void collect(Collection<StoredEvent> events) {
        for (int i = 0; i < size(); i++) {
            events.add(get(i).event);
            get(i).collectReported(events);
        }
    }

    void save(StateWriter out) throws IOException {
        out.count(size());
        for (int i = 0; i < size(); i++) {
            LogEntry entry = get(i);
            out.event(entry.event);
            out.number(entry.items);
            out.partials(entry.reported());
        }
    }

    void load(StateReader in) throws IOException {
        for (int left = in.count(); left > 0; left--) {
            LogEntry entry = get(insert(in.event(), in.number(), false));
            in.partials().forEach(reported -> report(entry, reported));
        }
    }

    /**
     * A shipper that sends a batch again sends the same bytes with the same timestamp. Within one batch, events that are
     * alike are different events; so each of them claims one that is known from another batch.
     */
    private boolean isKnown(int before, StoredEvent event) {
        for (int i = before - 1; i >= 0 && get(i).event.timestamp() == event.timestamp(); i--) {
            if (isRepeated(get(i).event, event) && get(i).claim(event)) {
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
