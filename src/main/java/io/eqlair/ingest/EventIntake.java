package io.eqlair.ingest;

import io.eqlair.event.Envelope;
import io.eqlair.rule.RuleSession;
import java.io.IOException;
import java.io.InputStream;

/** Takes bodies of events: cuts them into documents, shows each to the rules, and tells what came of it. Thread-safe. */
public final class EventIntake {

    private final Alerting alerting;
    private final IngestLimits limits;
    private final IngestMeters meters;

    public EventIntake(Alerting alerting, IngestLimits limits, IngestMeters meters) {
        this.alerting = alerting;
        this.limits = limits;
        this.meters = meters;
    }

    /**
     * Evaluates the events of a body while it streams in. Bad events are told in the outcome and stop no others.
     *
     * @param envelope what is said of all events of the body
     * @throws BodyRejected when the body as a whole cannot be taken; the events before the trouble have been evaluated
     * @throws IOException when the sender broke off
     */
    public BatchOutcome take(Body body, Envelope envelope, RuleSession rules) throws IOException {
        Batch batch = new Batch(rules, envelope, alerting, limits, meters);
        try (InputStream bytes = body.open(limits.bodyBytes())) {
            return evaluate(new DocumentSplitter(bytes, batch, limits.eventBytes()), batch);
        } finally {
            batch.log();
        }
    }

    private static BatchOutcome evaluate(DocumentSplitter documents, Batch batch) throws IOException {
        try {
            documents.split();
        } catch (BodyRejected tooMuch) {
            batch.checkShape(documents);
            throw tooMuch;
        }
        return batch.outcome(documents);
    }
}
