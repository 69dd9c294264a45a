package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event that a key has seen within the allowed lateness, with the state it led to. */
final class LogEntry {

    /** What one costs in memory without its event, in bytes. */
    private static final int BYTES = 48;

    final StoredEvent event;
    final long items;
    Partial[] after = Machine.EMPTY;

    @Nullable
    LogEntry previous;

    @Nullable
    LogEntry next;

    private List<Partial> reported = List.of();
    private int claimedBy;

    LogEntry(StoredEvent event, long items) {
        this.event = event;
        this.items = items;
    }

    /** What it and its event cost in memory. */
    int bytes() {
        return BYTES + StateSize.event(event);
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
        return true;
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
