package io.eqlair.benchmark;

import io.eqlair.alert.AlertFactory;
import io.eqlair.alerting.Alerting;
import io.eqlair.alerting.AlertingSettings;
import io.eqlair.alerting.SignalCap;
import io.eqlair.catalog.LiveRules;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.RuleSet;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.Envelope;
import io.eqlair.event.EventRoles;
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
import io.eqlair.store.GroupCommit;
import io.eqlair.store.MemoryAlertStore;
import io.eqlair.store.TestDatabase;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What it costs to store alerts before a request is answered: the whole intake, with and without a store behind it. Requests of a
 * thousand events come four at a time. It is the clock that counts, as a store waits for the disk; so contestants take turns with
 * every few requests.
 */
final class StorePart {

    private static final int BATCH = 1_000;
    private static final int AT_A_TIME = 4;
    private static final double[] SHARES = {0.001, 0.01, 0.1};
    private static final int FILLER = 1_500;

    private static final String RULE = """
            [rule]
            rule_id = "00000000-0000-4000-8000-0000000000b1"
            name = "Alert for a benchmark"
            type = "eql"
            severity = "low"
            risk_score = 21
            query = 'process where event.action == "raise-an-alert"'
            """;

    private final Settings settings;
    private final BenchRules rules;
    private long next;

    StorePart(Settings settings, BenchRules rules) {
        this.settings = settings;
        this.rules = rules;
    }

    /** One intake, and how many nanoseconds each of its rounds took. */
    private final class Runner {

        private final String name;
        private final EventIntake intake;
        private final LiveRules live;
        private final List<Double> nanos = new ArrayList<>();

        Runner(String name, AlertStore store, Path rule) {
            this.name = name;
            DetectionEngine engine = new DetectionEngine(
                    RuleSet.of(List.of(), EventRoles.ECS), EngineSettings.DEFAULT, InstantSource.system());
            RuleLocations locations =
                    new RuleLocations(List.of(rules.location().toString(), rule.toString()), RuleLimits.DEFAULT);
            this.live = new LiveRules(RuleSources.of(locations), EqlLimits.DEFAULT, engine, () -> {});
            live.load();
            Alerting alerting = new Alerting(
                    new AlertFactory(InstantSource.system()),
                    store,
                    new AlertingSettings(5_000, AlertingSettings.DEPTH, new Backlog(0), SignalCap.none()),
                    outcome -> {});
            IngestLimits limits = new IngestLimits(Long.MAX_VALUE, 1 << 20, BATCH, 1, BATCH);
            this.intake = new EventIntake(
                    alerting,
                    Admission.unlimited(),
                    limits,
                    new IngestMeters(new CompositeMeterRegistry()),
                    new EvaluationThreads(0));
        }

        void take(byte[] body) {
            try {
                intake.take(
                        new Body(new ByteArrayInputStream(body), body.length, null),
                        Envelope.NONE,
                        BatchTerms.USUAL,
                        live.open().orElseThrow());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    void run(Streams streams, Report report) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Path directory = Files.createTempDirectory("eqlair-store");
            Table table = new Table("events that alert", "store", "to none", "lowest to highest", "events/s");
            for (double share : SHARES) {
                List<Runner> runners = race(streams.main().pass(0), share, directory, threads);
                runners.forEach(runner -> row(table, share, runner, runners.getFirst()));
            }
            report.section("store", table.markdown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Runner> race(byte[][] documents, double share, Path directory, ExecutorService threads)
            throws IOException {
        Path place = Files.createTempDirectory(directory, "share");
        Path rule = Files.writeString(place.resolve("rule.toml"), RULE);
        TestDatabase postgres = TestDatabase.postgres(place);
        TestDatabase sqlite = TestDatabase.sqlite(place);
        TestDatabase durable = TestDatabase.durableSqlite(Files.createDirectory(place.resolve("full")));
        try (GroupCommit ofPostgres = commits(postgres);
                GroupCommit ofSqlite = commits(sqlite);
                GroupCommit ofDurable = commits(durable)) {
            List<Runner> runners = List.of(
                    new Runner("none", raised -> new MemoryAlertStore().add(raised), rule),
                    new Runner("SQLite, synchronous=FULL", ofDurable, rule),
                    new Runner("SQLite, synchronous=NORMAL", ofSqlite, rule),
                    new Runner("PostgreSQL", ofPostgres, rule));
            for (int round = 0; round < settings.warmUps() + settings.rounds(); round++) {
                round(documents, share, runners, round, threads);
            }
            return runners;
        }
    }

    private static GroupCommit commits(TestDatabase database) {
        return new GroupCommit(database.store(), database.database(), 5_000, () -> {});
    }

    /** Everybody takes the stream once, a few requests at a time in turns. */
    private void round(byte[][] documents, double share, List<Runner> runners, int round, ExecutorService threads) {
        long[] nanos = new long[runners.size()];
        int events = 0;
        for (int from = 0; from + BATCH * AT_A_TIME <= documents.length; from += BATCH * AT_A_TIME) {
            for (int i = 0; i < runners.size(); i++) {
                Runner runner = runners.get((i + round) % runners.size());
                List<byte[]> bodies = bodies(documents, from, share);
                long start = System.nanoTime();
                await(bodies.stream()
                        .<Future<?>>map(body -> threads.submit(() -> runner.take(body)))
                        .toList());
                nanos[(i + round) % runners.size()] += System.nanoTime() - start;
            }
            events += BATCH * AT_A_TIME;
        }
        for (int i = 0; i < nanos.length && round >= settings.warmUps(); i++) {
            runners.get(i).nanos.add((double) nanos[i] / events);
        }
    }

    private List<byte[]> bodies(byte[][] documents, int from, double share) {
        List<byte[]> bodies = new ArrayList<>();
        for (int batch = 0; batch < AT_A_TIME; batch++) {
            bodies.add(body(documents, from + batch * BATCH, (int) Math.round(1 / share)));
        }
        return bodies;
    }

    private byte[] body(byte[][] documents, int from, int every) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < BATCH; i++) {
            body.writeBytes(i % every == every - 1 ? alerting() : documents[from + i]);
            body.write('\n');
        }
        return body.toByteArray();
    }

    private byte[] alerting() {
        return ("{\"event\":{\"id\":\"" + next++
                        + "\",\"category\":\"process\",\"action\":\"raise-an-alert\"},\"host\":{\"name\":\"h"
                        + next % 50 + "\"},\"process\":{\"name\":\"p\"},\"message\":\"" + "x".repeat(FILLER) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void await(List<Future<?>> all) {
        try {
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void row(Table table, double share, Runner runner, Runner none) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < runner.nanos.size(); i++) {
            ratios.add(none.nanos.get(i) / runner.nanos.get(i));
        }
        Standing standing = new Standing(runner.name, Contestant.Counted.EVENTS, ratios, runner.nanos, 0, 0);
        table.row(
                String.format(Locale.ROOT, "%.1f%%", 100 * share),
                runner.name,
                standing.ratio(),
                Table.number(standing.lowest()) + " – " + Table.number(standing.highest()),
                Math.round(1e9 / standing.nanosPerEvent()));
    }
}
