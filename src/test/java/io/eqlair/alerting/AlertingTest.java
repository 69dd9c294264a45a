package io.eqlair.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eqlair.alert.Alert;
import io.eqlair.alert.AlertFactory;
import io.eqlair.alert.RaisedAlert;
import io.eqlair.catalog.LiveRules;
import io.eqlair.engine.Detection;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.RuleSet;
import io.eqlair.engine.StateFile;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.Envelope;
import io.eqlair.event.EventRejected;
import io.eqlair.event.EventRoles;
import io.eqlair.ingest.BatchOutcome;
import io.eqlair.ingest.BatchTerms;
import io.eqlair.ingest.EvaluationThreads;
import io.eqlair.ingest.EventIntake;
import io.eqlair.ingest.IngestLimits;
import io.eqlair.ingest.IngestMeters;
import io.eqlair.ingest.body.Admission;
import io.eqlair.ingest.body.Body;
import io.eqlair.repository.RuleLocations;
import io.eqlair.repository.RuleSources;
import io.eqlair.rule.RuleLimits;
import io.eqlair.store.AlertStore;
import io.eqlair.store.Backlog;
import io.eqlair.store.MemoryAlertStore;
import io.eqlair.store.Outcome;
import io.eqlair.store.StoreUnavailable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lasts when a store fails, and what has to wait for it. */
class AlertingTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-15T10:00:00Z"));
    private static final String SINGLE =
            "{\"event.category\":\"process\",\"event.action\":\"single\",\"event.id\":\"s\"}\n";
    private static final String FIRST = "{\"@timestamp\":\"2026-01-15T09:59:58Z\",\"event.category\":\"process\","
            + "\"event.action\":\"pair\",\"process.entity_id\":\"e\"}\n";
    private static final String SECOND = "{\"@timestamp\":\"2026-01-15T09:59:59Z\",\"event.category\":\"network\","
            + "\"event.action\":\"pair\",\"process.entity_id\":\"e\"}\n";

    @TempDir
    private Path directory;

    private final Backlog backlog = new Backlog(1_000_000);
    private final FailingStore store = new FailingStore();
    private final DetectionEngine engine =
            new DetectionEngine(RuleSet.of(List.of(), EventRoles.ECS), EngineSettings.DEFAULT, CLOCK);
    private final LiveRules rules = rules(engine);
    private final Alerting alerting = new Alerting(
            new AlertFactory(CLOCK),
            store,
            new AlertingSettings(1_000, AlertingSettings.DEPTH, backlog, SignalCap.none()),
            outcome -> {});

    /** In memory, and gone as long as a test says so. */
    private static final class FailingStore implements AlertStore {

        private final AlertStore memory = new MemoryAlertStore();
        private final List<String> names = new ArrayList<>();
        private boolean gone;

        @Override
        public List<Outcome> add(List<RaisedAlert> raised) {
            if (gone) {
                throw new StoreUnavailable("this is a test", null);
            }
            List<Outcome> outcomes = memory.add(raised);
            for (Outcome outcome : outcomes) {
                if (outcome instanceof Outcome.Stored(Alert alert)) {
                    names.add(alert.rule().name());
                }
            }
            return outcomes;
        }
    }

    @Test
    void aRequestFailsWithItsStore() throws IOException {
        store.gone = true;
        assertThatThrownBy(() -> take(SINGLE)).isInstanceOf(StoreUnavailable.class);
        store.gone = false;
        take(SINGLE);
        assertThat(store.names).containsExactly("Every start");
        assertThat(backlog.size()).as("an event raises its alert again").isZero();
    }

    /** The events of the second attempt are known to the engine, which has moved on past the sequence. */
    @Test
    void aSequenceThatCouldNotBeStoredIsStoredLater() throws IOException {
        store.gone = true;
        assertThatThrownBy(() -> take(FIRST + SECOND)).isInstanceOf(StoreUnavailable.class);
        alerting.retry(rules.open().orElseThrow(), () -> false);
        assertThat(backlog.size()).as("it waits on").isEqualTo(1);
        store.gone = false;
        take(FIRST + SECOND);
        assertThat(store.names).isEmpty();
        alerting.retry(rules.open().orElseThrow(), () -> true);
        assertThat(store.names).containsExactly("Start and connection");
        assertThat(backlog.size()).isZero();
    }

    /** The database takes others: nobody is to wait for one that it does not take. */
    @Test
    void whatCannotBeStoredThoughOthersCanIsGivenUp() {
        store.gone = true;
        assertThatThrownBy(() -> take(FIRST + SECOND)).isInstanceOf(StoreUnavailable.class);
        alerting.retry(rules.open().orElseThrow(), () -> true);
        assertThat(backlog.size()).isZero();
        assertThat(backlog.lost()).isEqualTo(1);
    }

    @Test
    void whatDoesNotFitIntoTheBacklogIsCounted() {
        Backlog small = new Backlog(10);
        Alerting alertingHere = new Alerting(
                new AlertFactory(CLOCK), store, new AlertingSettings(1_000, 5, small, SignalCap.none()), outcome -> {});
        store.gone = true;
        assertThatThrownBy(() -> take(FIRST + SECOND, alertingHere)).isInstanceOf(StoreUnavailable.class);
        assertThat(small.size()).isZero();
        assertThat(small.lost()).isEqualTo(1);
    }

    /** Else a kill would lose the alert: the file would say that the sequence is over, and nobody would have stored it. */
    @Test
    void whatRulesRememberIsNotSavedBeforeTheirAlertsAre() throws IOException {
        StateFile file = new StateFile(directory.resolve("state"), engine, CLOCK);
        Upkeep upkeep = new Upkeep(file, alerting, () -> true);
        take(FIRST);
        upkeep.save();
        byte[] halfASequence = Files.readAllBytes(file.path());
        try (AlertBatch batch = alerting.open(rules.open().orElseThrow(), outcome -> {})) {
            batch.raise(() -> read(SECOND));
            store.gone = true;
            upkeep.save();
            assertThat(Files.readAllBytes(file.path())).isEqualTo(halfASequence);
            store.gone = false;
            upkeep.save();
            assertThat(Files.readAllBytes(file.path())).isNotEqualTo(halfASequence);
            assertThat(store.names).containsExactly("Start and connection");
        }
    }

    @Test
    void eventsThatAreAlikeHaveAlertsOfTheirOwnInOneRequest() throws IOException {
        String alike = "{\"event.category\":\"process\",\"event.action\":\"single\"}\n";
        List<Alert> first = take(alike + alike).alerts();
        assertThat(first).extracting(Alert::id).hasSize(2).doesNotHaveDuplicates();
        BatchOutcome again = take(alike + alike);
        assertThat(again.knownAlerts())
                .containsExactlyElementsOf(first.stream().map(Alert::id).toList());
        assertThat(take(SINGLE + SINGLE).alerts())
                .as("the same event, by its id")
                .hasSize(1);
    }

    @Test
    void whatIsCountedOnAnAlertIsInTheAnswer() throws IOException {
        String noise =
                "{\"event.category\":\"process\",\"event.action\":\"noise\",\"host.id\":\"h\",\"event.id\":\"%s\"}\n";
        BatchOutcome outcome = take(noise.formatted("1") + noise.formatted("2") + noise.formatted("3"));
        assertThat(outcome.alerts()).hasSize(1);
        assertThat(outcome.suppressed()).isEqualTo(2);
        assertThat(outcome.alerts().getFirst().suppression()).satisfies(suppression -> {
            assertThat(suppression.count()).isEqualTo(2);
            assertThat(suppression.terms().getFirst().value()).isEqualTo("h");
        });
        assertThat(take(noise.formatted("4")).alerts()).isEmpty();
    }

    @Test
    void maxSignalsCountsForThoseWhoAskForIt() throws IOException {
        Alerting capped = new Alerting(
                new AlertFactory(CLOCK),
                store,
                new AlertingSettings(1_000, AlertingSettings.DEPTH, backlog, SignalCap.of(CLOCK)),
                outcome -> {});
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 103; i++) {
            body.append(SINGLE.replace("\"s\"", "\"" + i + "\""));
        }
        BatchOutcome outcome = take(body.toString(), capped);
        assertThat(outcome.alerts()).hasSize(100);
        assertThat(outcome.cappedRules()).containsExactly("00000000-0000-4000-8000-0000000000c1");
        assertThat(take(body.toString()).alerts()).hasSize(103);
    }

    private BatchOutcome take(String body) throws IOException {
        return take(body, alerting);
    }

    private BatchOutcome take(String body, Alerting with) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        IngestMeters meters = new IngestMeters(new SimpleMeterRegistry());
        EventIntake intake = new EventIntake(
                with,
                Admission.unlimited(),
                new IngestLimits(100_000, 1_000, 200, 200, 200),
                meters,
                new EvaluationThreads(0));
        return intake.take(
                new Body(new ByteArrayInputStream(bytes), bytes.length, null),
                Envelope.NONE,
                BatchTerms.USUAL,
                rules.open().orElseThrow());
    }

    private List<Detection> read(String event) {
        try {
            DetectionEngine.Session session = engine.session();
            return session.accept(session.reader().read(event.getBytes(StandardCharsets.UTF_8), Envelope.NONE));
        } catch (EventRejected bad) {
            throw new IllegalArgumentException(bad);
        }
    }

    private static LiveRules rules(DetectionEngine engine) {
        RuleLocations locations = new RuleLocations(List.of("src/test/resources/crash/rules"), RuleLimits.DEFAULT);
        LiveRules live = new LiveRules(RuleSources.of(locations), EqlLimits.DEFAULT, engine, () -> {});
        live.load();
        return live;
    }
}
