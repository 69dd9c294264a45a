package io.eqlair.ingest;

import io.eqlair.engine.DetectionEngine;
import io.eqlair.event.Envelope;

/** Makes the evaluations of one request. Thread-safe. */
record Evaluations(DetectionEngine.Session session, Envelope envelope, IngestMeters meters) {

    /** One for documents that are read in their order. */
    Evaluation into(Verdicts verdicts) {
        return new Evaluation(session::evaluator, envelope, verdicts, meters.evaluationTimer());
    }

    /** One for documents of a place that was reserved among those that are read at the same time. */
    Evaluation into(Verdicts verdicts, DetectionEngine.Place place) {
        return new Evaluation(() -> session.evaluator(place), envelope, verdicts, meters.evaluationTimer());
    }
}
