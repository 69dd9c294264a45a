package io.eqlair.ingest;

import io.eqlair.alerting.Alerting;
import io.eqlair.catalog.RuleSession;
import io.eqlair.event.Envelope;
import io.eqlair.ingest.body.Admission;
import io.eqlair.ingest.body.Body;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.ingest.body.ByteWindow;
import io.eqlair.ingest.body.Overloaded;
import io.eqlair.ingest.body.Pass;
import io.eqlair.store.StoreUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Takes bodies of events: cuts them into documents, shows each to the rules, and tells what came of it. Thread-safe. */
public final class EventIntake {

    private final Alerting alerting;
    private final Admission admission;
    private final IngestLimits limits;
    private final IngestMeters meters;
    private final EvaluationThreads threads;

    public EventIntake(
            Alerting alerting,
            Admission admission,
            IngestLimits limits,
            IngestMeters meters,
            EvaluationThreads threads) {
        this.alerting = alerting;
        this.admission = admission;
        this.limits = limits;
        this.meters = meters;
        this.threads = threads;
    }

    /**
     * Evaluates the events of a body while it streams in. Bad events are told in the outcome and stop no others.
     *
     * @param envelope what is said of all events of the body
     * @throws BodyRejected when the body as a whole cannot be taken; the events before the trouble have been evaluated
     * @throws Overloaded when others must be done first; nothing was read
     * @throws StoreUnavailable when the alerts could not be stored: all of the body must be sent again
     * @throws IOException when the sender broke off
     */
    public BatchOutcome take(Body body, Envelope envelope, BatchTerms terms, RuleSession rules) throws IOException {
        try (Pass pass = admission.enter(body)) {
            return take(body, envelope, terms, rules, pass);
        }
    }

    /** The same for a body that was let in already. */
    public BatchOutcome take(Body body, Envelope envelope, BatchTerms terms, RuleSession rules, Pass pass)
            throws IOException {
        Evaluations evaluations = new Evaluations(rules.engine(), envelope, pass::waited, meters);
        try (Batch batch = new Batch(rules, alerting, terms, limits, meters);
                Evaluation evaluation = evaluations.into(batch);
                InputStream bytes = body.open(limits.body(), new WaitingBody(pass, evaluation))) {
            batch.evaluatedBy(evaluation);
            ByteWindow window = new ByteWindow(bytes, limits.eventBytes(), threads.windowSize(), body.unpackedLength());
            pass.keeps(() -> window.held() + threads.chunkSize());
            DocumentSplitter documents = new DocumentSplitter(window, evaluation, limits.eventBytes());
            Supplier<ParallelRun> parallel = () -> {
                batch.giveBack(); // whoever keeps an evaluator and waits for another may wait for ever
                return new ParallelRun(batch, evaluations, threads, window, limits.eventBytes());
            };
            evaluate(documents, parallel, batch);
            return terms.lines() ? batch.outcome() : batch.outcome(documents);
        } catch (IOException refused) {
            throw unlessNotStored(refused);
        }
    }

    /** That alerts could not be stored is the graver of two troubles: the body must be sent again, whatever is wrong with it. */
    static IOException unlessNotStored(IOException refused) {
        for (Throwable besides : refused.getSuppressed()) {
            if (besides instanceof StoreUnavailable notStored) {
                throw notStored;
            }
        }
        return refused;
    }

    private void evaluate(DocumentSplitter documents, Supplier<ParallelRun> parallel, Batch batch) throws IOException {
        try {
            evaluate(documents, parallel);
        } catch (BodyRejected tooMuch) {
            batch.checkShape(documents);
            throw tooMuch;
        }
    }

    /** What must be done one by one is twice as long each time: where lines cannot be told apart, to try is in vain. */
    private void evaluate(DocumentSplitter documents, Supplier<ParallelRun> parallel) throws IOException {
        long oneByOne = threads.areThere() ? 0 : Long.MAX_VALUE;
        while (!documents.split(oneByOne)) {
            parallel.get().run();
            oneByOne = Math.max(2 * oneByOne, threads.chunkSize());
        }
    }
}
