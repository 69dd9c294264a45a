package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events of one key that could be part of a sample: for each item the latest few within the window. As many as there
 * are items suffice, for then there is a choice even if all others were taken.
 *
 * <p>An event ahead of the stream's time, whose clock is wrong, does not move the window of the others. Such events are
 * kept beside them, and make samples with what lies within the window before them.
 */
final class SampleKeyState extends KeyState {

    private static final long NEVER = Long.MIN_VALUE;

    private final List<Deque<StoredEvent>> eventsOfItem = new ArrayList<>();
    private final long window;

    /** The newest event that was not ahead of the stream's time. */
    private long newest = NEVER;

    /** The newest event of the last sample's window. */
    private long reported = NEVER;

    SampleKeyState(JoinKey key, int items, long window) {
        super(key);
        this.window = window;
        for (int item = 0; item < items; item++) {
            eventsOfItem.add(new ArrayDeque<>(1));
        }
    }

    @Override
    boolean isLate(StoredEvent event) {
        return newest != NEVER && event.timestamp() < newest - window;
    }

    @Override
    List<List<StoredEvent>> accept(StoredEvent event, long items, long now) {
        boolean ahead = event.timestamp() > now;
        if (!ahead) {
            newest = Math.max(newest, event.timestamp());
            forgetBefore(newest - window);
        }
        StoredEvent kept = known(event);
        for (int item = 0; item < eventsOfItem.size(); item++) {
            if (Items.contains(items, item)) {
                add(eventsOfItem.get(item), kept);
            }
        }
        long end = ahead ? event.timestamp() : newest;
        List<StoredEvent> sample = isQuiet(event) ? null : Distinct.choice(within(end));
        return sample == null ? List.of() : report(sample, end);
    }

    /** Whether a sample was reported so lately that the event begins no other. */
    private boolean isQuiet(StoredEvent event) {
        long since = event.timestamp() - reported;
        return reported != NEVER && since < window && since >= -window;
    }

    /** For each item the events of the window with the given end. */
    private List<List<StoredEvent>> within(long end) {
        return eventsOfItem.stream()
                .map(events ->
                        events.stream().filter(event -> isWithin(event, end)).toList())
                .toList();
    }

    private boolean isWithin(StoredEvent event, long end) {
        return event.timestamp() <= end && event.timestamp() >= end - window;
    }

    /** An event that comes again is the one that some item already has, or it could be chosen beside itself. */
    private StoredEvent known(StoredEvent event) {
        return eventsOfItem.stream()
                .flatMap(Deque::stream)
                .filter(known -> EventLog.isRepeated(known, event))
                .findFirst()
                .orElse(event);
    }

    private void add(Deque<StoredEvent> events, StoredEvent event) {
        if (events.contains(event)) {
            return;
        }
        events.addLast(event);
        if (events.size() > eventsOfItem.size()) {
            dropSurplus(events, false);
            dropSurplus(events, true);
        }
    }

    /** The first of those that are ahead of the key's time, or of the others, where these are more than suffice. */
    private void dropSurplus(Deque<StoredEvent> events, boolean ahead) {
        List<StoredEvent> alike = events.stream()
                .filter(event -> (event.timestamp() > newest) == ahead)
                .toList();
        if (alike.size() > eventsOfItem.size()) {
            events.remove(alike.getFirst());
        }
    }

    private List<List<StoredEvent>> report(List<StoredEvent> sample, long end) {
        reported = end;
        eventsOfItem.forEach(events -> events.removeIf(event -> isWithin(event, end)));
        return List.of(sample);
    }

    /** A window is over when the key's own events say so, or when its retention ends. */
    @Override
    List<List<StoredEvent>> settle(long until) {
        return List.of();
    }

    private void forgetBefore(long time) {
        eventsOfItem.forEach(events -> events.removeIf(event -> event.timestamp() < time));
    }

    @Override
    boolean isSpent() {
        return reported == NEVER && eventsOfItem.stream().allMatch(Deque::isEmpty);
    }

    @Override
    int measure() {
        long bytes = BYTES + key.bytes() + 64L * eventsOfItem.size();
        for (Deque<StoredEvent> events : eventsOfItem) {
            for (StoredEvent event : events) {
                bytes += StateSize.event(event);
            }
        }
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }

    @Override
    List<Pending> pending() {
        List<StoredEvent> events = new ArrayList<>();
        int awaited = -1;
        for (int item = 0; item < eventsOfItem.size(); item++) {
            @Nullable StoredEvent latest = eventsOfItem.get(item).peekLast();
            if (latest != null) {
                events.add(latest);
            } else if (awaited < 0) {
                awaited = item;
            }
        }
        if (events.isEmpty()) {
            return List.of();
        }
        long end = newest == NEVER ? events.getLast().timestamp() : newest;
        return List.of(new Pending(key, events, awaited, end + window));
    }

    @Override
    int pendingCount() {
        return eventsOfItem.stream().allMatch(Deque::isEmpty) ? 0 : 1;
    }

    @Override
    Collection<StoredEvent> events() {
        Set<StoredEvent> events = new LinkedHashSet<>();
        eventsOfItem.forEach(events::addAll);
        return events;
    }

    @Override
    void save(StateWriter out) throws IOException {
        out.number(newest);
        out.number(reported);
        for (Deque<StoredEvent> events : eventsOfItem) {
            out.events(events);
        }
    }

    @Override
    void load(StateReader in) throws IOException {
        newest = in.number();
        reported = in.number();
        for (Deque<StoredEvent> events : eventsOfItem) {
            events.addAll(in.someEvents());
        }
    }
}
