package io.eqlair.alert;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The latest alerts, in memory: what time alone detected has no request to be answered to. Thread-safe. */
public final class RecentAlerts {

    private final int most;
    private final Deque<Alert> latest = new ArrayDeque<>();
    private long total;

    /** Keeps so many; older ones make room. */
    public RecentAlerts(int most) {
        this.most = most;
    }

    public synchronized void add(Alert alert) {
        latest.addFirst(alert);
        total++;
        if (latest.size() > most) {
            latest.removeLast();
        }
    }

    /** The latest alerts, newest first. */
    public synchronized List<Alert> list() {
        return new ArrayList<>(latest);
    }

    /** How many alerts there were since the start. */
    public synchronized long total() {
        return total;
    }

    /** How many are kept, at most. */
    public int most() {
        return most;
    }
}
