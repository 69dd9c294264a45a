package io.eqlair.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.RuleSession;
import io.eqlair.engine.Detection;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.RuleSet;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.Envelope;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRejected;
import io.eqlair.event.EventRoles;
import io.eqlair.repository.RuleLocations;
import io.eqlair.repository.RuleSources;
import io.eqlair.rule.RuleLimits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Alerts of two rules that the test brings along: one for single events, one for three with a missing one. */
class AlertFactoryTest {

    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final RuleSession rules =
            rules("src/test/resources/alert/rules", "src/test/resources/alert/overrides.toml");
    private final AlertFactory factory = new AlertFactory(InstantSource.fixed(NOW));

    @Test
    void anAlertSaysAllThatTheContractPromises() {
        Alert alert = alert("{ \"@timestamp\":\"2026-01-15T09:30:00.5Z\",\"event.id\":\"e1\",\"process.name\":\"nc\","
                + "\"event.category\":\"process\",\"data_stream.dataset\":\"demo\" }");
        assertThat(JSON.readTree(JSON.writeValueAsString(alert)))
                .isEqualTo(JSON.readTree("""
                {
                  "id": "%s",
                  "detected_at": "2026-01-15T10:00:00Z",
                  "event_time": "2026-01-15T09:30:00.500Z",
                  "reason": "process event with process nc created high alert Netcat.",
                  "rule": {
                    "id": "00000000-0000-4000-8000-000000000001",
                    "name": "Netcat",
                    "type": "eql",
                    "severity": "high",
                    "risk_score": 73,
                    "tags": ["OS: Linux", "Demo"],
                    "references": ["https://example.org/netcat"],
                    "content_hash": "%s"
                  },
                  "threat": [{
                    "framework": "MITRE ATT&CK",
                    "tactic": {"id": "TA0002", "name": "Execution", "reference": "https://example.org/TA0002"},
                    "technique": [{
                      "id": "T1059",
                      "name": "Command and Scripting Interpreter",
                      "reference": null,
                      "subtechnique": [{"id": "T1059.004", "name": "Unix Shell", "reference": null}]
                    }]
                  }],
                  "join_keys": [],
                  "events": [{
                    "index": "logs-demo-default",
                    "id": "e1",
                    "source": {"@timestamp": "2026-01-15T09:30:00.5Z", "event.id": "e1", "process.name": "nc",
                        "event.category": "process", "data_stream.dataset": "demo"}
                  }],
                  "matched": [{"event": 0, "field": "process.name", "value": "nc", "clause": "process.name == \\"nc\\""}],
                  "depth": 1,
                  "status": "open"
                }""".formatted(alert.id(), alert.rule().contentHash())));
    }

    @Test
    void theSourceIsKeptToTheLastBlank() {
        String source = "{ \"process.name\" :\"nc\", \"event.category\":\"process\",\"n\":1.50,\"t\":\"\\u00e9é\" }";
        assertThat(JSON.writeValueAsString(alert(source))).contains("\"source\":" + source);
    }

    @Test
    void theSameEventMakesTheSameAlertAtAnyTime() {
        String event = "{\"process.name\":\"nc\",\"event.category\":\"process\",\"@timestamp\":1}";
        Alert later = new AlertFactory(InstantSource.fixed(NOW.plusSeconds(9)))
                .alert(
                        detections(event).getFirst(),
                        rules.rule(detections(event).getFirst().rule()));
        assertThat(alert(event).id()).hasSize(32).isEqualTo(later.id());
        assertThat(later.detectedAt()).isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    void anotherEventMakesAnotherAlert() {
        String event = "{\"process.name\":\"nc\",\"event.category\":\"process\",\"event.id\":\"%s\"}";
        assertThat(alert(event.formatted("a")).id())
                .isNotEqualTo(alert(event.formatted("b")).id());
    }

    /** The third event lets time pass, until it is certain that the missing one stays away. */
    @Test
    void aSequenceShowsItsEventsInOrder() {
        Alert alert = alert(
                "{\"@timestamp\":1000,\"event.id\":\"1\",\"host.id\":\"h\",\"host.name\":\"web\",\"event.category\":\"file\",\"file.path\":\"/tmp/a\"}",
                "{\"@timestamp\":2000,\"event.id\":\"2\",\"host.id\":\"h\",\"host.name\":\"web\",\"event.category\":\"network\",\"destination\":{\"ip\":\"192.0.2.1\",\"port\":443}}",
                "{\"@timestamp\":\"1970-01-02\",\"event.category\":\"other\"}");
        assertThat(alert.joinKeys()).containsExactly("h");
        assertThat(alert.eventTime()).isEqualTo(Instant.ofEpochSecond(2));
        assertThat(alert.events()).extracting(Alert.AlertEvent::id).containsExactly("1", "", "2");
        assertThat(alert.events()).extracting(Alert.AlertEvent::missing).containsExactly(false, true, false);
        assertThat(alert.matched())
                .extracting(Alert.MatchedValue::event)
                .contains(0, 2)
                .doesNotContain(1);
        assertThat(alert.reason())
                .isEqualTo("file, network events with file /tmp/a, destination 192.0.2.1:443, on web created low alert"
                        + " Talks after writing.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | process event with process nc created high alert Netcat.",
                "'\"process.parent.name\":\"bash\"' | process event with process nc, parent process bash created high alert Netcat.",
                "'\"user.name\":\"root\"' | process event with process nc, by root created high alert Netcat.",
                "'\"host.name\":\"web1\"' | process event with process nc, on web1 created high alert Netcat.",
                "'\"host.hostname\":\"web1\"' | process event with process nc, on web1 created high alert Netcat.",
                "'\"user.name\":\"root\",\"host.name\":\"web1\"' | process event with process nc, by root on web1 created high alert Netcat.",
                "'\"source.ip\":\"10.0.0.1\",\"source.port\":1' | process event with process nc, source 10.0.0.1:1 created high alert Netcat.",
                "'\"source.ip\":\"10.0.0.1\"' | process event with process nc, source 10.0.0.1 created high alert Netcat.",
                "'\"source.port\":1' | process event with process nc created high alert Netcat.",
                "'\"registry.path\":\"HKLM\\\\a\"' | process event with process nc, registry HKLM\\a created high alert Netcat.",
                "'\"dns.question.name\":\"a.org\"' | process event with process nc, DNS question a.org created high alert Netcat.",
                "'\"url.original\":\"/a\"' | process event with process nc, URL /a created high alert Netcat.",
                "'\"file.path\":[\"a\",\"b\",\"a\",\"c\",\"d\"]' | process event with process nc, file a, b, c created high alert Netcat.",
                "'\"user.name\":\"a\\n b\\u0000\"' | process event with process nc, by a b created high alert Netcat.",
                "'\"user.name\":\"\"' | process event with process nc created high alert Netcat."
            })
    void theReasonSaysWhatTheEventSays(String members, String reason) {
        String more = members.isEmpty() ? "" : "," + members;
        assertThat(alert("{\"process.name\":\"nc\",\"event.category\":\"process\"" + more + "}")
                        .reason())
                .isEqualTo(reason);
    }

    @Test
    void anAlertIsAsBadAsItsEventSays() {
        Alert alert = alert("{\"process.name\":\"ncat\",\"event.category\":\"process\",\"event.severity\":73,"
                + "\"event.risk_score\":90,\"message\":\"Ncat\"}");
        assertThat(alert.rule().severity()).isEqualTo("critical");
        assertThat(alert.rule().riskScore()).isEqualTo(90);
        assertThat(alert.reason()).isEqualTo("process event with process ncat created critical alert Ncat.");
    }

    @Test
    void aLongValueIsCutInTheReason() {
        String user = "x".repeat(10_000);
        Alert alert = alert("{\"process.name\":\"nc\",\"event.category\":\"process\",\"user.name\":\"" + user + "\"}");
        assertThat(alert.reason()).contains("x…").hasSizeLessThan(300);
    }

    private Alert alert(String... events) {
        Detection detection = detections(events).getLast();
        return factory.alert(detection, rules.rule(detection.rule()));
    }

    private List<Detection> detections(String... events) {
        List<Detection> found = List.of();
        for (String event : events) {
            found = accept(event);
        }
        return found;
    }

    private List<Detection> accept(String event) {
        try {
            EventReader reader = rules.engine().reader();
            return rules.engine().accept(reader.read(event.getBytes(StandardCharsets.UTF_8), Envelope.NONE));
        } catch (EventRejected bad) {
            throw new IllegalArgumentException("event must be readable: " + event, bad);
        }
    }

    private static RuleSession rules(String... places) {
        RuleSet none = RuleSet.of(List.of(), EventRoles.ECS);
        DetectionEngine engine = new DetectionEngine(none, EngineSettings.DEFAULT, InstantSource.fixed(NOW));
        RuleLocations locations = new RuleLocations(List.of(places), RuleLimits.DEFAULT);
        LiveRules live = new LiveRules(RuleSources.of(locations), EqlLimits.DEFAULT, engine, () -> {});
        live.load();
        return live.open().orElseThrow();
    }
}
