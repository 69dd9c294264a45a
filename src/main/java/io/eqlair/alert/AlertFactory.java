package io.eqlair.alert;

import io.eqlair.alert.Alert.AlertEvent;
import io.eqlair.alert.Alert.AlertRule;
import io.eqlair.alert.Alert.MatchedValue;
import io.eqlair.engine.Detection;
import io.eqlair.engine.sequence.Step;
import io.eqlair.eql.value.Timestamps;
import io.eqlair.event.StoredEvent;
import io.eqlair.rule.Rule;
import io.eqlair.rule.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;

/** Makes alerts of detections. Thread-safe. */
public final class AlertFactory {

    private static final int ID_BYTES = 16;
    private static final RawJson NOTHING = new RawJson("{}".getBytes(StandardCharsets.UTF_8));

    private final InstantSource clock;
    private final ReasonText reasons;

    /** The clock says when an alert was detected. */
    public AlertFactory(InstantSource clock) {
        this.clock = clock;
        this.reasons = new ReasonText(clock);
    }

    /** The alert for a detection of a rule. */
    public Alert alert(Detection detection, Rule rule) {
        List<StoredEvent> events = detection.events();
        AlertRule shown = shown(rule, events);
        return new Alert(
                id(rule, events),
                clock.instant(),
                Timestamps.toInstant(events.getLast().timestamp()),
                reasons.sentence(shown, events),
                shown,
                rule.threat(),
                detection.joinKeys(),
                detection.steps().stream().map(AlertFactory::shown).toList(),
                detection.matched().stream().map(AlertFactory::shown).toList());
    }

    private AlertRule shown(Rule rule, List<StoredEvent> events) {
        EventOverrides overrides = new EventOverrides(rule, events, clock);
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
        MessageDigest digest = Sha256.digest();
        add(digest, rule.id().value());
        add(digest, rule.contentHash());
        events.forEach(event -> add(digest, event.id()));
        return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    }

    /** With its length in front, so that no two lists of texts read the same. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
