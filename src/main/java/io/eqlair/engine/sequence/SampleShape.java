package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The shape of a sample on a stream: how many different events are wanted, and within which time. */
public final class SampleShape implements Shape {

    private final int items;
    private final long window;

    /**
     * A sample of so many items.
     *
     * @param window the longest time between the events of one sample, and the least between two samples of one key
     */
    public SampleShape(int items, Duration window) {
        this.items = items;
        this.window = window.toNanos();
    }

    @Override
    public int items() {
        return items;
    }

    @Override
    public boolean isKeyed() {
        return true;
    }

    @Override
    public long retention() {
        return window;
    }

    @Override
    public boolean waitsForTime() {
        return false;
    }

    @Override
    public KeyState newState(JoinKey key) {
        return new SampleKeyState(key, items, window);
    }

    @Override
    public List<Step> steps(List<StoredEvent> events) {
        List<Step> steps = new ArrayList<>();
        for (int item = 0; item < events.size(); item++) {
            steps.add(new Step(item, events.get(item)));
        }
        return steps;
    }
}
