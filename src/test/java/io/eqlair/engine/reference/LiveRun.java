package io.eqlair.engine.reference;

import io.eqlair.engine.CheckedRule;
import io.eqlair.engine.Detection;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.RuleSet;
import io.eqlair.engine.reference.Delivery.Act;
import io.eqlair.engine.sequence.SequenceLimits;
import io.eqlair.eql.value.Timestamps;
import io.eqlair.event.EventRoles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Lets a live engine run a delivery for several rules at once. The clock goes with the newest event, at least. */
final class LiveRun {

    private static final Duration LONG_AFTER = Duration.ofDays(2);

    /** Comes in when rules are reloaded; its fields move those of the others to other slots. */
    private static final String OTHER = "sequence by agent [process where a == 1] [any where b == 2]";

    private final RuleSet rules;
    private final List<CheckedRule> reloaded;
    private final EngineSettings settings;
    private final List<List<Outcome>> outcomes = new ArrayList<>();
    private Instant now = Timestamps.toInstant(RandomStream.START);
    private DetectionEngine engine;
    private DetectionEngine.Session session;

    private LiveRun(List<String> queries, Duration lateness, Duration sampleWindow) {
        List<CheckedRule> checked = new ArrayList<>();
        for (String query : queries) {
            checked.add(BatchRun.rule(checked.size(), query));
            outcomes.add(new ArrayList<>());
        }
        this.rules = RuleSet.of(checked, EventRoles.ECS);
        checked.addFirst(BatchRun.rule(checked.size(), OTHER));
        this.reloaded = List.copyOf(checked);
        outcomes.add(new ArrayList<>());
        this.settings = settings(lateness, sampleWindow);
        this.engine = new DetectionEngine(rules, settings, () -> now);
        this.session = engine.session();
    }

    /** What each query has detected in the end, in the order in which it was. */
    static List<List<Outcome>> outcomes(List<String> queries, Delivery delivery) {
        return outcomes(queries, delivery, SequenceLimits.DEFAULT.sampleWindow());
    }

    /**
     * The same with a window of one's own for samples.
     *
     * @param sampleWindow the longest time between the events of a sample
     */
    static List<List<Outcome>> outcomes(List<String> queries, Delivery delivery, Duration sampleWindow) {
        LiveRun run = new LiveRun(queries, delivery.lateness(), sampleWindow);
        delivery.acts().forEach(run::perform);
        return run.finished();
    }

    /** What each query has detected when several threads show the events, each some of them. */
    static List<List<Outcome>> outcomes(List<String> queries, Delivery delivery, int threads) {
        LiveRun run = new LiveRun(queries, delivery.lateness(), SequenceLimits.DEFAULT.sampleWindow());
        List<Sent> events = delivery.arrivals();
        run.now = Timestamps.toInstant(RandomStream.START).plus(LONG_AFTER);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (int thread = 0; thread < threads; thread++) {
                int share = thread;
                executor.execute(() -> run.show(events, share, threads));
            }
        }
        return run.finished();
    }

    private static EngineSettings settings(Duration lateness, Duration sampleWindow) {
        SequenceLimits usual = SequenceLimits.DEFAULT;
        SequenceLimits limits = new SequenceLimits(
                usual.bytesPerRule(), usual.bytes(), usual.retention(), sampleWindow, lateness, lateness, usual.skew());
        EngineSettings other = EngineSettings.DEFAULT;
        return new EngineSettings(other.roles(), other.limits(), limits, other.strictRouting());
    }

    private List<List<Outcome>> finished() {
        now = now.plus(LONG_AFTER);
        engine.session().tick().forEach(this::note);
        return outcomes;
    }

    private void show(List<Sent> events, int share, int shares) {
        DetectionEngine.Session own = engine.session();
        for (int i = share; i < events.size(); i += shares) {
            own.accept(BatchRun.read(own.reader(), events.get(i))).forEach(this::note);
        }
    }

    private void perform(Act act) {
        switch (act) {
            case Act.Arrive(Sent event) -> arrive(event);
            case Act.ArriveAgain(Sent event) -> {
                session = engine.session();
                arrive(event);
                session = engine.session();
            }
            case Act.Wait(Duration time) -> now = now.plus(time);
            case Act.Interruption.NEXT_SESSION -> session = engine.session();
            case Act.Interruption.TICK -> engine.session().tick().forEach(this::note);
            case Act.Interruption.RELOAD -> engine.replace(RuleSet.of(reloaded, EventRoles.ECS));
            case Act.Interruption.RESTART -> restart();
        }
    }

    private void arrive(Sent event) {
        Instant time = Timestamps.toInstant(event.nanos());
        now = time.isAfter(now) ? time : now;
        session.accept(BatchRun.read(session.reader(), event)).forEach(this::note);
    }

    /** The state goes from one engine to the next by file, as it does when the service is started again. */
    private void restart() {
        try {
            Path state = Files.createTempFile("sequences", ".state");
            engine.save(state, () -> {});
            engine = new DetectionEngine(rules, settings, () -> now);
            engine.restore(state);
            session = engine.session();
            Files.delete(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void note(Detection detection) {
        int rule = Integer.parseInt(detection.rule().definition().id());
        outcomes.get(rule).add(BatchRun.outcome(detection.steps(), detection.joinKeys()));
    }
}
