package io.eqlair.trial;

import io.eqlair.alert.AlertFactory;
import io.eqlair.alerting.AlertBatch;
import io.eqlair.alerting.Alerting;
import io.eqlair.alerting.AlertingSettings;
import io.eqlair.catalog.RuleCatalog;
import io.eqlair.catalog.RuleSession;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.event.Envelope;
import io.eqlair.ingest.BatchOutcome;
import io.eqlair.ingest.BatchTerms;
import io.eqlair.ingest.EventIntake;
import io.eqlair.ingest.IngestMeters;
import io.eqlair.ingest.body.Admission;
import io.eqlair.ingest.body.Body;
import io.eqlair.store.MemoryAlertStore;
import io.eqlair.store.Outcome;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Rules that are shown events in an engine of their own. For one thread; the intake may use others. */
public final class Trial {

    /** 146 years: as long as the times of two events can be apart, and still small enough to be added to one of them. */
    static final Duration EVER = Duration.ofNanos((1L << 62) - 1);

    private final RuleCatalog catalog;
    private final DetectionEngine engine;
    private final TrialClock clock;
    private final Alerting alerting;
    private final EventIntake intake;

    /**
     * A trial of the active rules of a catalog. They remember nothing yet.
     *
     * @param wallClock says when alerts are detected, and the time of events that do not say theirs
     * @param sink takes what became of each alert as soon as there is one, on the thread that uses the trial
     */
    public Trial(RuleCatalog catalog, TrialSettings settings, InstantSource wallClock, Consumer<Outcome> sink) {
        this.catalog = catalog;
        this.clock = new TrialClock(wallClock);
        this.engine = new DetectionEngine(catalog.rules(), settings.forRecordings(), clock);
        IngestMeters unread = new IngestMeters(new CompositeMeterRegistry()); // which counts nothing
        this.alerting =
                new Alerting(new AlertFactory(wallClock), new MemoryAlertStore(), AlertingSettings.inMemory(), sink);
        this.intake = new EventIntake(alerting, Admission.unlimited(), settings.intake(), unread, settings.threads());
    }

    /** Evaluates the events of a body, which follow those of earlier bodies; as {@link EventIntake#take}. */
    public BatchOutcome take(Body body, Envelope envelope) throws IOException {
        return intake.take(body, envelope, BatchTerms.USUAL, session());
    }

    /** How many events were evaluated so far. */
    public long evaluated() {
        return engine.evaluated();
    }

    /** No more events come: decides all that waits for time to pass, and raises its alerts. */
    public void end() {
        clock.jump(EVER);
        RuleSession session = session();
        try (AlertBatch batch = alerting.open(session, outcome -> {})) {
            batch.raise(session.engine()::tick);
        }
    }

    private RuleSession session() {
        return new RuleSession(catalog, engine.session());
    }
}
