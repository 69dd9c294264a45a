package io.eqlair.ingest;

import io.eqlair.alerting.Alerting;
import io.eqlair.catalog.RuleSession;
import io.eqlair.event.Envelope;
import io.eqlair.ingest.body.Admission;
import io.eqlair.ingest.body.Body;
import io.eqlair.ingest.body.BodyLimits;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.ingest.body.ByteWindow;
import io.eqlair.ingest.body.Overloaded;
import io.eqlair.ingest.body.Pass;
import io.eqlair.ingest.bulk.BulkAction;
import io.eqlair.ingest.bulk.BulkReader;
import io.eqlair.ingest.bulk.SeenIds;
import io.eqlair.store.StoreUnavailable;
import java.io.IOException;
import java.io.InputStream;

/** Takes bodies of the bulk protocol: shows each document to the rules, and tells what became of each action. Thread-safe. */
public final class BulkIntake {

    private static final int WINDOW = 64 * 1024;

    private final Alerting alerting;
    private final Admission admission;
    private final IngestLimits limits;
    private final IngestMeters meters;
    private final SeenIds seen;

    public BulkIntake(Alerting alerting, Admission admission, IngestLimits limits, IngestMeters meters, SeenIds seen) {
        this.alerting = alerting;
        this.admission = admission;
        this.limits = limits;
        this.meters = meters;
        this.seen = seen;
    }

    /**
     * Evaluates the events of a body while it streams in. Bad events are told in the outcome and stop no others.
     *
     * @throws BodyRejected when the body as a whole cannot be taken; the events before the trouble have been evaluated
     * @throws Overloaded when others must be done first; nothing was read
     * @throws StoreUnavailable when the alerts could not be stored: all of the body must be sent again
     * @throws IOException when the sender broke off
     */
    public BulkOutcome take(Body body, BulkTerms terms, RuleSession rules) throws IOException {
        try (Pass pass = admission.enter(body);
                Batch batch = new Batch(rules, alerting, terms.batch(), limits, meters)) {
            return take(body, terms, batch, rules, pass);
        } catch (IOException refused) {
            throw EventIntake.unlessNotStored(refused);
        }
    }

    /**
     * Evaluates the one event that a body consists of; the errors are those of {@link #take}.
     *
     * @throws BodyRejected also when it is no event
     */
    public BulkItem takeOne(Body body, BulkAction action, BulkTerms terms, RuleSession rules) throws IOException {
        try (Pass pass = admission.enter(body);
                Batch batch = new Batch(rules, alerting, terms.batch(), limits, meters);
                InputStream bytes = body.open(BodyLimits.of(limits.eventBytes()), pass)) {
            byte[] document = bytes.readAllBytes();
            BulkRun run = new BulkRun(terms, batch, pass, seen, 1);
            Evaluations evaluations = new Evaluations(rules.engine(), Envelope.NONE, pass::waited, meters);
            try (Evaluation evaluation = evaluations.into(run)) {
                batch.evaluatedBy(evaluation);
                run.evaluatedBy(evaluation);
                run.only(action, document);
                return run.outcome().items().getFirst();
            }
        } catch (IOException refused) {
            throw EventIntake.unlessNotStored(refused);
        }
    }

    private BulkOutcome take(Body body, BulkTerms terms, Batch batch, RuleSession rules, Pass pass) throws IOException {
        BulkRun run = new BulkRun(terms, batch, pass, seen, limits.events());
        Evaluations evaluations = new Evaluations(rules.engine(), Envelope.NONE, pass::waited, meters);
        try (Evaluation evaluation = evaluations.into(run);
                InputStream bytes = body.open(limits.body(), new WaitingBody(pass, evaluation))) {
            batch.evaluatedBy(evaluation);
            run.evaluatedBy(evaluation);
            ByteWindow window = new ByteWindow(bytes, limits.eventBytes(), WINDOW, body.unpackedLength());
            pass.keeps(window::held);
            BulkReader actions = new BulkReader(window, terms.index(), limits.eventBytes(), run);
            actions.read();
            meters.strayLines(actions.stray());
            return run.outcome();
        }
    }
}
