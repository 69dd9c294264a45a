package io.eqlair.store;

import io.eqlair.alert.Alert;
import io.eqlair.alert.RaisedAlert;
import io.eqlair.alert.RaisedAlert.Group;
import io.eqlair.alert.Suppression;
import io.eqlair.alert.Triage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of alerts that are raised: new, known, or counted on another. It decides from what it was told of earlier
 * ones, and keeps what is new for whoever writes that down. For one thread.
 *
 * <pre>
 * group host.id = h1, window 10 minutes
 * 10:00 a   stored    stands for its group        leaders  {a: 10:00, 0 counted}
 * 10:09 b   counted   10:09 is near 10:00                  {a: 10:00, 1 counted}
 * 10:11 c   stored    10:11 is not                         {a: 10:00, 1 counted}, {c: 10:11, 0 counted}
 * 10:10 d   counted   on a: the latest that is not behind it
 * 10:09 b   counted   as it was before: the events came again
 * </pre>
 */
final class Ledger {

    /** An alert that others may be counted on. */
    private static final class Leader {

        private final String id;
        private final Instant eventTime;
        private Suppression suppression;
        private boolean open;

        private Leader(String id, Instant eventTime, Suppression suppression) {
            this.id = id;
            this.eventTime = eventTime;
            this.suppression = suppression;
        }
    }

    /** The alerts that are known, by id; null where nothing more is known of them. */
    private final Map<String, @Nullable Alert> known = new HashMap<>();

    /** Those among them that others may be counted on, by id. */
    private final Map<String, Leader> leaders = new HashMap<>();

    /** By group and event time; of one time the first. */
    private final Map<String, NavigableMap<Instant, Leader>> groups = new HashMap<>();

    /** The ids of alerts, by those of the detections that were counted on them. */
    private final Map<String, String> counted = new HashMap<>();

    private final List<RaisedAlert> newAlerts = new ArrayList<>();
    private final Map<String, String> newlyCounted = new LinkedHashMap<>();

    /** Tells it of an alert that is kept already. */
    void know(Alert alert) {
        known.put(alert.id(), alert);
        if (alert.suppression() != null) {
            lead(null, alert.id(), alert.eventTime(), alert.suppression());
            leader(alert.id()).open = alert.triage().status() != Triage.Status.CLOSED;
        }
    }

    /**
     * Tells it of an alert, known or not, that others were counted on, or may be.
     *
     * @param groupKey null where no more are counted on it
     */
    void lead(@Nullable String groupKey, String id, Instant eventTime, Suppression suppression) {
        Leader leader = leaders.computeIfAbsent(id, key -> new Leader(id, eventTime, suppression));
        if (groupKey != null) {
            leader.open = true;
            join(groupKey, leader);
        }
    }

    private void join(String groupKey, Leader leader) {
        groups.computeIfAbsent(groupKey, key -> new TreeMap<>()).putIfAbsent(leader.eventTime, leader);
    }

    /** Tells it of a detection that was counted on an alert. */
    void count(String detectionId, String alertId) {
        counted.put(detectionId, alertId);
    }

    /** Decides. */
    Outcome add(RaisedAlert raised) {
        Alert alert = raised.alert();
        if (known.containsKey(alert.id())) {
            leadAgain(leaders.get(alert.id()), raised.group());
            return new Outcome.Known(asKept(alert));
        }
        String countedOn = counted.get(alert.id());
        if (countedOn != null) {
            leadAgain(leader(countedOn), raised.group());
            return new Outcome.Suppressed(countedOn, leader(countedOn).suppression, true);
        }
        Leader leader = find(raised);
        return leader == null ? keep(raised) : count(alert, leader);
    }

    /** A request that comes again, after some of it was stored, goes on with the alerts that it had. */
    private void leadAgain(@Nullable Leader leader, @Nullable Group group) {
        if (leader != null && leader.open && group != null && group.window() == null) {
            join(group.key(), leader);
        }
    }

    private Alert asKept(Alert alert) {
        Alert kept = Objects.requireNonNullElse(known.get(alert.id()), alert);
        Leader leader = leaders.get(alert.id());
        return leader == null ? kept : kept.with(leader.suppression);
    }

    private Leader leader(String id) {
        return Objects.requireNonNull(leaders.get(id), "what is counted is counted on a leader");
    }

    private Outcome count(Alert alert, Leader leader) {
        leader.suppression = leader.suppression.plus(alert.eventTime());
        counted.put(alert.id(), leader.id);
        newlyCounted.put(alert.id(), leader.id);
        return new Outcome.Suppressed(leader.id, leader.suppression, false);
    }

    private Outcome keep(RaisedAlert raised) {
        Alert alert = raised.alert();
        known.put(alert.id(), null);
        newAlerts.add(raised);
        if (raised.group() != null && alert.suppression() != null) {
            lead(raised.group().key(), alert.id(), alert.eventTime(), alert.suppression());
        }
        return new Outcome.Stored(alert);
    }

    /** The latest that is not after it is best; where all are, the earliest. */
    private @Nullable Leader find(RaisedAlert raised) {
        Group group = raised.group();
        NavigableMap<Instant, Leader> members = group == null ? null : groups.get(group.key());
        if (group == null || members == null) {
            return null;
        }
        Instant time = raised.alert().eventTime();
        Leader before = near(members.floorEntry(time), time, group);
        return before == null ? near(members.higherEntry(time), time, group) : before;
    }

    private static @Nullable Leader near(Map.@Nullable Entry<Instant, Leader> leader, Instant time, Group group) {
        if (leader == null) {
            return null;
        }
        Duration window = group.window();
        boolean near =
                window == null || Duration.between(leader.getKey(), time).abs().compareTo(window) <= 0;
        return near ? leader.getValue() : null;
    }

    /** The alerts that became new ones, in their order. */
    List<RaisedAlert> newAlerts() {
        return newAlerts;
    }

    /** The detections that were counted, with the ids of the alerts that they were counted on. */
    Map<String, String> newlyCounted() {
        return newlyCounted;
    }

    /** What is counted on an alert now; null where it leads no group. */
    @Nullable
    Suppression suppression(String alertId) {
        Leader leader = leaders.get(alertId);
        return leader == null ? null : leader.suppression;
    }

    /** Forgets what is new, once it is written down or nobody wants to. */
    void forgetNew() {
        newAlerts.clear();
        newlyCounted.clear();
    }
}
