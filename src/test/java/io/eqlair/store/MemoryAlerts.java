package io.eqlair.store;

import io.eqlair.alert.Alert;
import io.eqlair.alert.Triage;
import io.eqlair.rule.Severity;
import io.eqlair.rule.Threat;
import io.eqlair.store.AlertFilter.Term;
import io.eqlair.store.AlertFilter.TimeRange;
import io.eqlair.store.TriageChange.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alerts in a map, filtered and sorted in the plainest way: what a database must agree with. */
final class MemoryAlerts {

    private final Map<String, Alert> alerts = new LinkedHashMap<>();

    void add(Alert alert) {
        alerts.put(alert.id(), alert);
    }

    int size() {
        return alerts.size();
    }

    List<String> ids() {
        return List.copyOf(alerts.keySet());
    }

    void delete(String id) {
        alerts.remove(id);
    }

    List<Alert> all() {
        return List.copyOf(alerts.values());
    }

    /** Returns how many are different now. */
    int change(Collection<String> ids, TriageChange change) {
        int changed = 0;
        for (String id : ids) {
            Alert before = alerts.get(id);
            if (before != null) {
                Alert after = before.with(null, triage(before.triage(), change));
                changed += after.equals(before) ? 0 : 1;
                alerts.put(id, after);
            }
        }
        return changed;
    }

    private static Triage triage(Triage before, TriageChange change) {
        Map<Field, Optional<String>> values = change.values();
        return new Triage(
                Triage.Status.parse(values.getOrDefault(Field.STATUS, Optional.empty())
                                .orElseThrow())
                        .orElseThrow(),
                values.getOrDefault(
                                Field.DISPOSITION,
                                Optional.ofNullable(before.disposition()).map(Triage.Disposition::text))
                        .map(text -> Triage.Disposition.parse(text).orElseThrow())
                        .orElse(null),
                values.getOrDefault(Field.ASSIGNEE, Optional.ofNullable(before.assignee()))
                        .orElse(null),
                before.note(),
                null);
    }

    /** The ids of those that a filter accepts, in order. */
    List<String> ids(AlertFilter filter, AlertSort sort) {
        List<Alert> found = new ArrayList<>();
        alerts.values().stream().filter(alert -> accepts(filter, alert)).forEach(found::add);
        Comparator<Alert> order = switch (sort.key()) {
            case DETECTED_AT -> Comparator.comparing(alert -> true); // all alike
            case EVENT_TIME -> Comparator.comparing(Alert::eventTime);
            case SEVERITY ->
                Comparator.comparing(
                        alert -> Severity.parse(alert.rule().severity()).orElseThrow());
            case RISK_SCORE -> Comparator.comparingInt(alert -> alert.rule().riskScore());
        };
        found.sort(order); // alike ones stay as they were stored
        List<String> ids = found.stream().map(Alert::id).toList();
        return sort.descending() ? ids.reversed() : ids;
    }

    List<Alert> accepted(AlertFilter filter) {
        return alerts.values().stream().filter(alert -> accepts(filter, alert)).toList();
    }

    private static boolean accepts(AlertFilter filter, Alert alert) {
        boolean block = switch (filter.buildingBlocks()) {
            case EXCLUDE -> !alert.buildingBlock();
            case INCLUDE -> true;
            case ONLY -> alert.buildingBlock();
        };
        return block
                && isIn(filter.eventTime(), alert.eventTime())
                && isIn(filter.detectedAt(), alert.detectedAt())
                && (filter.text() == null || folded(alert.reason()).contains(folded(filter.text())))
                && filter.terms().entrySet().stream().allMatch(term -> has(alert, term.getKey(), term.getValue()))
                && filter.fields().entrySet().stream()
                        .allMatch(field -> values(alert, field.getKey()).anyMatch(field.getValue()::contains));
    }

    private static boolean has(Alert alert, Term term, Set<String> wanted) {
        return switch (term) {
            case RULE -> wanted.contains(alert.rule().id());
            case SEVERITY -> wanted.contains(alert.rule().severity());
            case TAG -> anyFolded(alert.rule().tags().stream(), wanted);
            case TACTIC -> anyFolded(tactics(alert).flatMap(tactic -> Stream.of(tactic.id(), tactic.name())), wanted);
            case TECHNIQUE -> anyFolded(techniques(alert), wanted);
            case STATUS -> wanted.contains(alert.triage().status().text());
            case DISPOSITION ->
                wanted.contains(
                        alert.triage().disposition() == null
                                ? "none"
                                : alert.triage().disposition().text());
            case ASSIGNEE ->
                wanted.stream()
                        .map(ColumnText::of)
                        .toList()
                        .contains(
                                alert.triage().assignee() == null
                                        ? "none"
                                        : alert.triage().assignee());
            case HOST -> anyFolded(values(alert, "host.name"), wanted);
        };
    }

    private static boolean anyFolded(Stream<String> found, Set<String> wanted) {
        Set<String> folded = wanted.stream().map(MemoryAlerts::folded).collect(Collectors.toSet());
        return found.map(MemoryAlerts::folded).anyMatch(folded::contains);
    }

    private static Stream<Threat.Tactic> tactics(Alert alert) {
        return alert.threat().stream().map(Threat::tactic).flatMap(Stream::ofNullable);
    }

    private static Stream<String> techniques(Alert alert) {
        return alert.threat().stream()
                .flatMap(threat -> threat.technique().stream())
                .flatMap(technique -> Stream.concat(
                        Stream.of(technique.id(), technique.name()),
                        technique.subtechnique().stream().flatMap(sub -> Stream.of(sub.id(), sub.name()))));
    }

    private static Stream<String> values(Alert alert, String field) {
        return alert.events().stream().flatMap(event -> {
            JsonNode found = JsonMapper.shared().readTree(event.source().utf8()).at("/" + field.replace('.', '/'));
            return found.isArray() ? found.valueStream().map(JsonNode::asString) : Stream.of(found.asString());
        });
    }

    private static boolean isIn(TimeRange range, Instant time) {
        long nanos = AlertRows.nanos(time);
        return (range.from() == null || range.from() <= nanos) && (range.to() == null || nanos < range.to());
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
