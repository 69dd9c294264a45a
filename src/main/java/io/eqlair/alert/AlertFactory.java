package io.eqlair.alert;

import io.eqlair.alert.Alert.AlertEvent;
import io.eqlair.alert.Alert.AlertRule;
import io.eqlair.alert.Alert.MatchedValue;
import io.eqlair.alert.Suppression.Term;
import io.eqlair.engine.Detection;
import io.eqlair.engine.sequence.Step;
import io.eqlair.eql.value.Timestamps;
import io.eqlair.event.StoredEvent;
import io.eqlair.rule.AlertSuppression;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleOverrides;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Makes alerts of detections. Thread-safe. */
public final class AlertFactory {

    private static final RawJson NOTHING = new RawJson("{}".getBytes(StandardCharsets.UTF_8));

    private final InstantSource clock;
    private final ReasonText reasons;
    private final AlertDepths depths;

    /** What reads an event's fields is costly to make, and rules differ in few ways. */
    private final Map<AlertSuppression, SuppressionTerms> terms = new ConcurrentHashMap<>();

    /** The same for what overrides read. */
    private final Map<RuleOverrides, StoredFields> readers = new ConcurrentHashMap<>();

    /** The clock says when an alert was detected. */
    public AlertFactory(InstantSource clock) {
        this.clock = clock;
        this.reasons = new ReasonText(clock);
        this.depths = new AlertDepths(clock);
    }

    /** The alert for a detection of a rule. */
    public Alert alert(Detection detection, RuleFile.Loaded definition) {
        Rule rule = definition.rule();
        List<StoredEvent> events = detection.events();
        AlertRule shown = shown(rule, events);
        Instant eventTime = Timestamps.toInstant(events.getLast().timestamp());
        return new Alert(
                id(rule, events),
                clock.instant(),
                eventTime,
                reasons.sentence(shown, events),
                shown,
                rule.threat(),
                detection.joinKeys(),
                detection.steps().stream().map(AlertFactory::shown).toList(),
                detection.matched().stream().map(AlertFactory::shown).toList(),
                depths.of(events) + 1,
                rule.buildingBlockType() != null,
                suppression(detection, rule.suppression(), eventTime),
                Triage.NEW,
                definition);
    }

    /** Null where the rule suppresses nothing, or not this. */
    private @Nullable Suppression suppression(
            Detection detection, @Nullable AlertSuppression wanted, Instant eventTime) {
        if (wanted == null) {
            return null;
        }
        List<Term> terms = terms(wanted).of(detection);
        boolean missing = terms.stream().anyMatch(term -> term.value() == null);
        return missing && !wanted.suppressesMissing() ? null : new Suppression(terms, 0, eventTime, eventTime);
    }

    private StoredFields reader(RuleOverrides wanted) {
        return readers.computeIfAbsent(wanted, overrides -> new StoredFields(EventOverrides.fields(overrides), clock));
    }

    private SuppressionTerms terms(AlertSuppression wanted) {
        return terms.computeIfAbsent(wanted, suppression -> new SuppressionTerms(suppression, clock));
    }

    private AlertRule shown(Rule rule, List<StoredEvent> events) {
        EventOverrides overrides = new EventOverrides(rule, events, this::reader);
        return new AlertRule(
                rule.id().value(),
                overrides.name(),
                Rule.TYPE,
                overrides.severity().text(),
                overrides.riskScore(),
                rule.text().tags(),
                rule.text().references(),
                rule.contentHash());
    }

    private static AlertEvent shown(Step step) {
        StoredEvent event = step.event();
        return event == null
                ? new AlertEvent(null, "", NOTHING, true)
                : new AlertEvent(event.index(), event.id(), new RawJson(event.source()), false);
    }

    private static MatchedValue shown(Detection.MatchedClause matched) {
        return new MatchedValue(matched.event(), matched.field(), matched.value(), matched.clause());
    }

    private static String id(Rule rule, List<StoredEvent> events) {
        List<String> parts = new ArrayList<>(List.of(rule.id().value(), rule.contentHash()));
        events.forEach(event -> parts.add(event.id()));
        return AlertId.of(parts.toArray(String[]::new));
    }
}
