package io.eqlair.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.alert.AlertFactory;
import io.eqlair.alerting.Alerting;
import io.eqlair.alerting.AlertingSettings;
import io.eqlair.catalog.LiveRules;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.RuleSet;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.Envelope;
import io.eqlair.event.EventRoles;
import io.eqlair.ingest.body.Admission;
import io.eqlair.ingest.body.Body;
import io.eqlair.repository.RuleLocations;
import io.eqlair.repository.RuleSources;
import io.eqlair.rule.RuleLimits;
import io.eqlair.store.MemoryAlertStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A body that is evaluated in pieces on several threads brings the same as when it is read from front to end. Pieces are so small that
 * bodies are cut everywhere. Some bodies follow each other, so that what the rules remember is compared too. A failure names the seed;
 * {@code -Deqlair.seed=…} makes it others.
 */
class ParallelRunPropertyTest {

    private static final long SEED = Long.getLong("eqlair.seed", 20_261_122);
    private static final int ENGINES = 4;
    private static final int BODIES = 25;

    private static final List<String> QUERIES = List.of(
            "process where process.name == \"nc\"",
            "any where process.name : \"n*\" | head 7",
            "sequence by user.id with maxspan=1m [process where true] [network where true]",
            "sequence by user.id with maxspan=20s [process where true] ![file where true] [network where true]",
            "sequence with maxspan=10s [any where process.name == \"nc\"] with runs=3",
            "sample by user.id [process where true] [file where true]");

    @TempDir
    private static Path directory;

    static LongStream seeds() {
        return LongStream.range(SEED, SEED + 20);
    }

    @BeforeAll
    static void writeRules() throws IOException {
        for (int i = 0; i < QUERIES.size(); i++) {
            Files.writeString(directory.resolve(i + ".toml"), """
                    [rule]
                    rule_id = "00000000-0000-4000-8000-00000000000%d"
                    name = "Rule %d"
                    description = "One of several."
                    severity = "low"
                    risk_score = 21
                    type = "eql"
                    language = "eql"
                    query = '%s'
                    """.formatted(i, i, QUERIES.get(i)));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsEvaluatedAtTheSameTimeIsToldInOrder(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ENGINES; i++) {
            IngestLimits limits = new IngestLimits(10_000, 1_000, 1 + random.nextInt(200), 20, 20);
            try (EvaluationThreads threads = new EvaluationThreads(2, 1 + random.nextInt(400))) {
                Side oneByOne = new Side(limits, new EvaluationThreads(0));
                Side parallel = new Side(limits, threads);
                for (int j = 0; j < BODIES; j++) {
                    RandomBody body = RandomBody.of(random);
                    assertThat(parallel.take(body)).as(body.toString()).isEqualTo(oneByOne.take(body));
                }
            }
        }
    }

    /** There are fewer evaluators than bodies: who has one must not wait for another. */
    @Test
    void manyBodiesAtATimeComeToAnEnd() throws InterruptedException {
        String body = "{\"message\":\"one of many\"}\n".repeat(500);
        try (EvaluationThreads threads = new EvaluationThreads(1, 400)) {
            Side side = new Side(new IngestLimits(100_000, 1_000, 1_000, 20, 20), threads);
            ExecutorService senders = Executors.newThreadPerTaskExecutor(
                    Thread.ofPlatform().daemon().factory());
            List<Future<BatchOutcome>> outcomes =
                    senders.invokeAll(Collections.nCopies(200, () -> side.take(body)), 60, TimeUnit.SECONDS);
            assertThat(outcomes).noneMatch(Future::isCancelled).allMatch(Future::isDone);
            senders.shutdown();
        }
    }

    /** An intake with an engine of its own. */
    private static final class Side {

        private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

        private final EventIntake intake;
        private final LiveRules rules;

        Side(IngestLimits limits, EvaluationThreads threads) {
            RuleSet none = RuleSet.of(List.of(), EventRoles.ECS);
            DetectionEngine engine = new DetectionEngine(none, EngineSettings.DEFAULT, () -> NOW);
            RuleLocations locations = new RuleLocations(List.of(directory.toString()), RuleLimits.DEFAULT);
            rules = new LiveRules(RuleSources.of(locations), EqlLimits.DEFAULT, engine, () -> {});
            rules.load();
            IngestMeters meters = new IngestMeters(new SimpleMeterRegistry());
            Alerting alerting = new Alerting(
                    new AlertFactory(() -> NOW), new MemoryAlertStore(), AlertingSettings.inMemory(), outcome -> {});
            intake = new EventIntake(alerting, Admission.unlimited(), limits, meters, threads);
        }

        BatchOutcome take(String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            Body whole = new Body(new ByteArrayInputStream(bytes), bytes.length, null);
            return intake.take(
                    whole, Envelope.NONE, BatchTerms.USUAL, rules.open().orElseThrow());
        }

        /** What came of it, and what was counted. */
        String take(RandomBody body) {
            try {
                return JsonMapper.shared()
                        .writeValueAsString(intake.take(
                                body.open(),
                                Envelope.NONE,
                                BatchTerms.USUAL,
                                rules.open().orElseThrow()));
            } catch (IOException refused) {
                return refused.toString();
            }
        }
    }
}
