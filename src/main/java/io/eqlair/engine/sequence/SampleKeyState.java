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
 */
final class SampleKeyState extends KeyState {

    private static final long NEVER = Long.MIN_VALUE;

    private final List<Deque<StoredEvent>> eventsOfItem = new ArrayList<>();
    private final long window;
    private long newest = NEVER;
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
        newest = Math.max(newest, event.timestamp());
        forgetBefore(newest - window);
        StoredEvent kept = known(event);
        for (int item = 0; item < eventsOfItem.size(); item++) {
            if (Items.contains(items, item)) {
                add(eventsOfItem.get(item), kept);
            }
        }
        boolean quiet = reported != NEVER && event.timestamp() - reported < window;
        List<StoredEvent> sample = quiet ? null : Distinct.choice(eventsOfItem);
        return sample == null ? List.of() : report(sample);
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
            events.removeFirst();
        }
    }

    private List<List<StoredEvent>> report(List<StoredEvent> sample) {
        reported = newest;
        eventsOfItem.forEach(Deque::clear);
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
        return events.isEmpty() ? List.of() : List.of(new Pending(key, events, awaited, newest + window));
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
