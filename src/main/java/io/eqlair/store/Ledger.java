package io.eqlair.store;

import io.eqlair.alert.Alert;
import io.eqlair.alert.RaisedAlert;
import io.eqlair.alert.RaisedAlert.Group;
import io.eqlair.alert.Suppression;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private final Map<String, List<Leader>> groups = new HashMap<>();

    /** The ids of alerts, by those of the detections that were counted on them. */
    private final Map<String, String> counted = new HashMap<>();

    private final List<RaisedAlert> newAlerts = new ArrayList<>();
    private final Map<String, String> newlyCounted = new LinkedHashMap<>();

    /** Tells it of an alert that is kept already. */
    void know(Alert alert) {
        known.put(alert.id(), alert);
    }

    /** Tells it of an alert, known or not, that others of a group were counted on, or may be. */
    void lead(String groupKey, String id, Instant eventTime, Suppression suppression) {
        Leader leader = new Leader(id, eventTime, suppression);
        if (leaders.putIfAbsent(id, leader) == null) {
            groups.computeIfAbsent(groupKey, key -> new ArrayList<>()).add(leader);
        }
    }

    /** Tells it of a detection that was counted on an alert. */
    void count(String detectionId, String alertId) {
        counted.put(detectionId, alertId);
    }

    /** Decides. */
    Outcome add(RaisedAlert raised) {
        Alert alert = raised.alert();
        if (known.containsKey(alert.id())) {
            return new Outcome.Known(asKept(alert));
        }
        String countedOn = counted.get(alert.id());
        if (countedOn != null) {
            return new Outcome.Suppressed(countedOn, leader(countedOn).suppression, true);
        }
        Leader leader = find(raised);
        return leader == null ? keep(raised) : count(alert, leader);
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

    private @Nullable Leader find(RaisedAlert raised) {
        Group group = raised.group();
        Leader best = null;
        if (group != null) {
            Instant time = raised.alert().eventTime();
            for (Leader leader : groups.getOrDefault(group.key(), List.of())) {
                boolean near = isNear(leader.eventTime, time, group.window());
                best = near && (best == null || isBetter(leader, best, time)) ? leader : best;
            }
        }
        return best;
    }

    private static boolean isNear(Instant leader, Instant time, @Nullable Duration window) {
        return window == null || Duration.between(leader, time).abs().compareTo(window) <= 0;
    }

    /** The latest that is not after a time is best; where all are, the earliest. */
    private static boolean isBetter(Leader leader, Leader than, Instant time) {
        boolean before = !leader.eventTime.isAfter(time);
        boolean thanBefore = !than.eventTime.isAfter(time);
        if (before != thanBefore) {
            return before;
        }
        return before ? leader.eventTime.isAfter(than.eventTime) : leader.eventTime.isBefore(than.eventTime);
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
