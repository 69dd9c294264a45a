package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** An event that a key has seen within the allowed lateness, with the state it led to. */
final class LogEntry {

    /** What one costs in memory without what it refers to, in bytes. */
    private static final int BYTES = 40;

    final StoredEvent event;
    final long items;
    Partial[] after = Machine.EMPTY;

    private List<Partial> reported = List.of();
    private int reportedBytes;
    private int claimedBy;

    LogEntry(StoredEvent event, long items) {
        this.event = event;
        this.items = items;
    }

    /** What it costs in memory with its event, its own part of the state it led to, and what it reported. */
    long bytes() {
        long bytes = (long) BYTES + StateSize.event(event) + reportedBytes;
        if (after.length > 0) {
            bytes += 16 + 4L * after.length;
        }
        for (Partial partial : after) {
            bytes += partial.last().equals(event) ? Partial.BYTES : 0;
        }
        return bytes;
    }

    /** Takes it for the same event as one that came with another batch; each of that batch takes another. */
    boolean claim(StoredEvent repeated) {
        boolean free = repeated.givenId() != null || claimedBy != repeated.batch();
        claimedBy = repeated.batch();
        return free;
    }

    /** Records a completed sequence; false where the same events were reported before. */
    boolean report(Partial completed) {
        if (reported.stream().anyMatch(completed::hasEventsOf)) {
            return false;
        }
        List<Partial> more = new ArrayList<>(reported);
        more.add(completed);
        reported = List.copyOf(more);
        reportedBytes = (int) Math.min(Integer.MAX_VALUE, reportedBytes + bytes(completed));
        return true;
    }

    /** The earlier events are counted even where the log has them: it will let go of them first. */
    private long bytes(Partial completed) {
        long bytes = 32L + (long) Partial.BYTES * completed.length() - StateSize.event(event);
        for (StoredEvent part : completed.events()) {
            bytes += StateSize.event(part);
        }
        return bytes;
    }

    /** The sequences that this event completed and that were reported. */
    List<Partial> reported() {
        return reported;
    }

    /** The events of those sequences; some may have left the log. */
    void collectReported(Collection<StoredEvent> events) {
        reported.forEach(sequence -> events.addAll(sequence.events()));
    }
}
