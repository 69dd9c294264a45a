package io.eqlair.store;

import io.eqlair.alert.Triage;
import io.eqlair.rule.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How many alerts there are of what. Rules and tactics come most first, then by id; hours come the last first.
 *
 * @param alerts in all
 * @param tactics an alert counts for each of its rule's
 * @param hours in which events happened, beginning at the full hour in UTC; none without alerts
 * @param hoursTruncated whether there are earlier hours that are not listed
 * @param partial whether the search ended at a limit, so that alerts further back are not counted
 */
public record AlertSummary(
        long alerts,
        List<Named> rules,
        Map<Severity, Long> severities,
        Map<Triage.Status, Long> statuses,
        List<Named> tactics,
        List<Hour> hours,
        boolean hoursTruncated,
        boolean partial) {

    /** The alerts of a rule or a tactic. */
    public record Named(String id, String name, long alerts) {}

    /** The alerts of an hour. */
    public record Hour(Instant hour, long alerts) {}
}
