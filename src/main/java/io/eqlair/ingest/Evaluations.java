package io.eqlair.ingest;

import io.eqlair.engine.DetectionEngine;
import io.eqlair.event.Envelope;
import java.util.function.LongConsumer;

/**
 * Makes the evaluations of one request. Thread-safe.
 *
 * @param waited is told how long the request's own thread waited for an evaluator, in nanoseconds
 */
record Evaluations(DetectionEngine.Session session, Envelope envelope, LongConsumer waited, IngestMeters meters) {

    /** One for documents that are read in their order. */
    Evaluation into(Verdicts verdicts) {
        return new Evaluation(session::evaluator, waited, envelope, verdicts, meters.evaluationTimer());
    }

    /** One for documents of a place that was reserved among those that are read at the same time. */
    Evaluation into(Verdicts verdicts, DetectionEngine.Place place) {
        return new Evaluation(
                () -> session.evaluator(place), nanos -> {}, envelope, verdicts, meters.evaluationTimer());
    }
}
