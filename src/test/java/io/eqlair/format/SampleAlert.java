package io.eqlair.format;

import io.eqlair.alert.Alert;
import io.eqlair.alert.Alert.AlertEvent;
import io.eqlair.alert.Alert.AlertRule;
import io.eqlair.alert.Alert.MatchedValue;
import io.eqlair.alert.RawJson;
import io.eqlair.alert.Suppression;
import io.eqlair.alert.Triage;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleFileReader;
import io.eqlair.rule.RuleLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts put together by hand, of a rule in a file and events. */
final class SampleAlert {

    static final String ID = "0123456789abcdef0123456789abcdef";
    static final Instant DETECTED = Instant.parse("2026-01-15T10:00:00.250Z");
    static final String ALERTS = ".alerts-security.alerts-default";

    private static final Path FILES = Path.of("src/test/resources/format");
    private static final RuleFileReader READER = new RuleFileReader(RuleLimits.DEFAULT);

    private final RuleFile.Loaded definition;
    private final List<AlertEvent> events = new ArrayList<>();
    private @Nullable AlertRule shown;
    private String reason = "something happened.";
    private Instant time = Instant.parse("2026-01-15T09:20:00Z");
    private int depth = 1;
    private @Nullable Suppression suppression;
    private Triage triage = Triage.NEW;
    private List<@Nullable Object> joinKeys = List.of();
    private List<MatchedValue> matched = List.of();

    private SampleAlert(String rule) {
        if (!(READER.read(rule.getBytes(StandardCharsets.UTF_8), "test.toml") instanceof RuleFile.Loaded loaded)) {
            throw new IllegalArgumentException("rule must be in order: " + rule);
        }
        this.definition = loaded;
    }

    /** The alert of the expected files: {@code event}, {@code sequence} or {@code missing}. */
    static SampleAlert expected(String kind) {
        SampleAlert alert = ofFile(kind + ".toml");
        return switch (kind) {
            case "event" ->
                alert.named("exec", "critical", 90)
                        .at("2026-01-15T09:30:00.5Z")
                        .reason(
                                "process event with process nc, parent process bash, by www-data on web1 created critical alert"
                                        + " exec.")
                        .matched(new MatchedValue(0, "process.name", "nc", "process.name == \"nc\""))
                        .event("logs-endpoint.events.process-default", "e1", file("event.json"));
            case "sequence" ->
                alert.reason("file, network events on web1 created low alert Talks after writing.")
                        .joinedBy("h1")
                        .event(null, "f1", file("file.json"))
                        .event("logs-network-default", "n1", file("network.json"));
            case "missing" ->
                alert.reason("file, network events on web1 created critical alert Talks without signing in.")
                        .joinedBy("h1")
                        .event(null, "f1", file("file.json"))
                        .missing()
                        .event("logs-network-default", "n1", file("network.json"));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    static SampleAlert ofFile(String name) {
        return new SampleAlert(file(name));
    }

    /** A rule with some lines besides those it must have. */
    static SampleAlert ofRule(String more) {
        return new SampleAlert("""
                [rule]
                rule_id = "00000000-0000-4000-8000-000000000004"
                name = "Sample"
                severity = "medium"
                risk_score = 47
                type = "eql"
                query = 'any where true'
                """ + more);
    }

    static String file(String name) {
        try {
            return Files.readString(FILES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SampleAlert event(@Nullable String index, String id, String source) {
        events.add(new AlertEvent(index, id, new RawJson(source.getBytes(StandardCharsets.UTF_8)), false));
        return this;
    }

    SampleAlert missing() {
        events.add(new AlertEvent(null, "", new RawJson("{}".getBytes(StandardCharsets.UTF_8)), true));
        return this;
    }

    SampleAlert named(String name, String severity, int riskScore) {
        shown = shown(name, severity, riskScore);
        return this;
    }

    SampleAlert reason(String text) {
        reason = text;
        return this;
    }

    SampleAlert at(String instant) {
        time = Instant.parse(instant);
        return this;
    }

    SampleAlert deep(int alerts) {
        depth = alerts;
        return this;
    }

    SampleAlert suppressing(Suppression counted) {
        suppression = counted;
        return this;
    }

    SampleAlert judged(Triage judgement) {
        triage = judgement;
        return this;
    }

    SampleAlert joinedBy(@Nullable Object... keys) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object key : keys) {
            list.add(key);
        }
        joinKeys = list;
        return this;
    }

    SampleAlert matched(MatchedValue... values) {
        matched = List.of(values);
        return this;
    }

    /** The class file of {@link Alert} does not say that there may be nulls among the join keys. */
    @SuppressWarnings("NullAway")
    Alert alert() {
        Rule rule = definition.rule();
        AlertRule plain = shown(rule.name(), rule.severity().text(), rule.riskScore());
        return new Alert(
                ID,
                DETECTED,
                time,
                reason,
                shown == null ? plain : shown,
                rule.threat(),
                joinKeys,
                events,
                matched,
                depth,
                rule.buildingBlockType() != null,
                suppression,
                triage,
                definition);
    }

    private AlertRule shown(String name, String severity, int riskScore) {
        Rule rule = definition.rule();
        return new AlertRule(
                rule.id().value(),
                name,
                Rule.TYPE,
                severity,
                riskScore,
                rule.text().tags(),
                rule.text().references(),
                rule.contentHash());
    }
}
