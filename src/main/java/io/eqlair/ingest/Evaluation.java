package io.eqlair.ingest;

import io.eqlair.engine.Evaluator;
import io.eqlair.engine.Finding;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRejected;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.problem.Problem;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads documents and shows each to the rules by itself. For one thread.
 *
 * <p>It borrows an evaluator when there is something to read, and gives it back whenever it must wait for more: there are few
 * evaluators, and a sender may take its time.
 */
final class Evaluation implements DocumentSplitter.Sink, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Evaluation.class);

    private final Supplier<Evaluator> lender;
    private final LongConsumer waited;
    private final Verdicts verdicts;
    private final EvaluationTimer timer;
    private Envelope envelope;
    private @Nullable Evaluator evaluator;

    /**
     * An evaluation.
     *
     * @param lender lends an evaluator as soon as one is free
     * @param waited is told how long that took, in nanoseconds
     */
    Evaluation(
            Supplier<Evaluator> lender,
            LongConsumer waited,
            Envelope envelope,
            Verdicts verdicts,
            EvaluationTimer timer) {
        this.lender = lender;
        this.waited = waited;
        this.envelope = envelope;
        this.verdicts = verdicts;
        this.timer = timer;
    }

    /** Says what came with the documents that are read from now on. */
    void envelope(Envelope next) {
        envelope = next;
    }

    @Override
    public int read(byte[] bytes, int from, int limit) {
        try {
            return evaluator().read(bytes, from, limit, envelope);
        } catch (RuntimeException | StackOverflowError fault) {
            LOG.error("Reading an event failed; it is read in another way.", fault);
            return EventReader.MALFORMED;
        }
    }

    @Override
    public void object() throws BodyRejected {
        evaluate(evaluator().event());
    }

    @Override
    public void document(byte[] bytes) throws BodyRejected {
        try {
            evaluate(evaluator().read(bytes, envelope));
        } catch (EventRejected bad) {
            verdicts.refused(bytes, bad);
        }
    }

    @Override
    public void refused(Problem problem, Object... arguments) throws BodyRejected {
        verdicts.refused(problem, arguments);
    }

    private void evaluate(Event event) throws BodyRejected {
        Finding finding;
        try {
            finding =
                    timer.isDue() ? timer.time(evaluator(), event) : evaluator().evaluate(event);
        } catch (RuntimeException | StackOverflowError fault) {
            verdicts.failed(fault);
            return;
        }
        verdicts.evaluated(event, finding);
    }

    private Evaluator evaluator() {
        if (evaluator == null) {
            long start = System.nanoTime();
            evaluator = lender.get();
            waited.accept(System.nanoTime() - start);
        }
        return evaluator;
    }

    /** Gives the evaluator back until it is needed again; what was read last is forgotten. */
    @Override
    public void close() {
        if (evaluator != null) {
            evaluator.close();
            evaluator = null;
        }
    }
}
