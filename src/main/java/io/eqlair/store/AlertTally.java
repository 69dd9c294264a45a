package io.eqlair.store;

import io.eqlair.alert.Triage;
import io.eqlair.rule.Rule;
import io.eqlair.rule.Severity;
import io.eqlair.rule.Threat;
import io.eqlair.store.AlertSummary.Hour;
import io.eqlair.store.AlertSummary.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Adds alerts up to a summary, one by one or many that are alike. The latest are to come first: rules are called as in those. */
final class AlertTally {

    /** Hours that are listed: as many as there are in a hundred days. */
    static final int MOST_HOURS = 2_400;

    private static final long HOUR_SECONDS = 3_600;

    private static final Comparator<Named> MOST_FIRST =
            Comparator.comparingLong(Named::alerts).reversed().thenComparing(Named::id);

    private final Map<String, Named> rules = new HashMap<>();
    private final Map<String, Named> tactics = new HashMap<>();
    private final Map<Severity, Long> severities = new EnumMap<>(Severity.class);
    private final Map<Triage.Status, Long> statuses = new EnumMap<>(Triage.Status.class);
    private final TreeMap<Long, Long> hours = new TreeMap<>(Comparator.reverseOrder());
    private long alerts;

    AlertTally() {
        for (Severity severity : Severity.values()) {
            severities.put(severity, 0L);
        }
        for (Triage.Status status : Triage.Status.values()) {
            statuses.put(status, 0L);
        }
    }

    /** Adds so many alerts of a rule. */
    void add(Rule rule, Severity severity, Triage.Status status, long count) {
        alerts += count;
        add(rules, rule.id().value(), rule.name(), count);
        Set<String> counted = new HashSet<>();
        for (Threat threat : rule.threat()) {
            Threat.Tactic tactic = threat.tactic();
            if (tactic != null && counted.add(tactic.id())) {
                add(tactics, tactic.id(), tactic.name(), count);
            }
        }
        severities.merge(severity, count, Long::sum);
        statuses.merge(status, count, Long::sum);
    }

    private static void add(Map<String, Named> all, String id, String name, long count) {
        all.merge(id, new Named(id, name, count), (old, one) -> new Named(id, old.name(), old.alerts() + count));
    }

    /** Adds so many alerts that happened in an hour, counted from 1970. */
    void addHour(long hour, long count) {
        hours.merge(hour, count, Long::sum);
    }

    /** The hour of a time, counted from 1970. */
    static long hour(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), HOUR_SECONDS);
    }

    AlertSummary summary(boolean partial) {
        return new AlertSummary(
                alerts,
                rules.values().stream().sorted(MOST_FIRST).toList(),
                severities,
                statuses,
                tactics.values().stream().sorted(MOST_FIRST).toList(),
                hours.entrySet().stream()
                        .limit(MOST_HOURS)
                        .map(AlertTally::hour)
                        .toList(),
                hours.size() > MOST_HOURS,
                partial);
    }

    private static Hour hour(Map.Entry<Long, Long> entry) {
        return new Hour(Instant.ofEpochSecond(entry.getKey() * HOUR_SECONDS), entry.getValue());
    }
}
