package io.eqlair.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eqlair.alert.AlertFactory;
import io.eqlair.alerting.AlertMeters;
import io.eqlair.alerting.Alerting;
import io.eqlair.alerting.AlertingSettings;
import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.RuleSession;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.RuleSet;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.Envelope;
import io.eqlair.event.EventRoles;
import io.eqlair.ingest.body.Admission;
import io.eqlair.ingest.body.Body;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.repository.RuleLocations;
import io.eqlair.repository.RuleSources;
import io.eqlair.rule.RuleLimits;
import io.eqlair.store.MemoryAlertStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an intake does when something in Eqlair itself is wrong; the rest is tested over HTTP. */
class EventIntakeTest {

    private static final String MATCH = "{\"process.name\":\"nc\",\"event.category\":\"process\"}\n";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private boolean broken;
    private int counted;

    @Test
    void aFaultIsToldAndSparesTheNeighbours() throws IOException {
        broken = true;
        BatchOutcome outcome = take("{}\n" + MATCH + "{}\n" + MATCH);
        assertThat(outcome.accepted()).isEqualTo(2);
        assertThat(outcome.errors()).extracting(EventError::position).containsExactly(1, 3);
        assertThat(outcome.errors()).extracting(EventError::code).containsOnly("event_internal_error");
        assertThat(registry.counter("eqlair.event.errors", "code", "event_internal_error")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void whatComesInIsCounted() throws IOException {
        take(MATCH + "{\n" + MATCH.replace("{", "{\"event.id\":\"2\",") + "7\n");
        assertThat(registry.counter("eqlair.events", "outcome", "accepted").count())
                .isEqualTo(2);
        assertThat(registry.counter("eqlair.events", "outcome", "rejected").count())
                .isEqualTo(2);
        assertThat(registry.counter("eqlair.alerts", "severity", "high").count())
                .isEqualTo(2);
        assertThat(registry.timer("eqlair.evaluation").count()).isEqualTo(1);
    }

    @Test
    void whatIsTakenBeforeABodyIsRefusedIsCountedForItsSender() {
        assertThatExceptionOfType(BodyRejected.class).isThrownBy(() -> take("{}\n".repeat(101)));
        assertThat(counted).isEqualTo(100);
    }

    private BatchOutcome take(String body) throws IOException {
        BatchTerms terms = new BatchTerms(true, false, events -> counted = events);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        IngestMeters meters = new IngestMeters(registry);
        Alerting alerting = new Alerting(
                new AlertFactory(this::now),
                new MemoryAlertStore(),
                AlertingSettings.inMemory(),
                new AlertMeters(registry)::count);
        EventIntake intake = new EventIntake(
                alerting,
                Admission.unlimited(),
                new IngestLimits(10_000, 1_000, 100, 100, 100),
                meters,
                new EvaluationThreads(0));
        return intake.take(
                new Body(new ByteArrayInputStream(bytes), bytes.length, null), Envelope.NONE, terms, rules());
    }

    /** Fails where an alert is made, as nothing else can be made to fail from outside. */
    private Instant now() {
        if (broken) {
            throw new IllegalStateException("this is a test: the clock stands still");
        }
        return Instant.EPOCH;
    }

    private static RuleSession rules() {
        RuleSet none = RuleSet.of(List.of(), EventRoles.ECS);
        DetectionEngine engine = new DetectionEngine(none, EngineSettings.DEFAULT, InstantSource.system());
        RuleLocations locations = new RuleLocations(List.of("src/test/resources/alert/rules"), RuleLimits.DEFAULT);
        LiveRules live = new LiveRules(RuleSources.of(locations), EqlLimits.DEFAULT, engine, () -> {});
        live.load();
        return live.open().orElseThrow();
    }
}
