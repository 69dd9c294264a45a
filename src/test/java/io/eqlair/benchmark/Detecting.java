package io.eqlair.benchmark;

import io.eqlair.engine.Detection;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.Evaluator;
import io.eqlair.event.Envelope;
import java.util.List;

/** The engine as the service uses it, with what sequences remember; a slice of events is a batch. */
final class Detecting implements Contestant {

    private final String name;
    private final DetectionEngine engine;
    private final Result result;

    /** What is done with the detections of an event. */
    @FunctionalInterface
    interface Result {
        void take(List<Detection> detections);
    }

    Detecting(String name, DetectionEngine engine, Result result) {
        this.name = name;
        this.engine = engine;
        this.result = result;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long take(byte[][] documents, int from, int to) {
        DetectionEngine.Session session = engine.session();
        long count = 0;
        try (Evaluator evaluator = session.evaluator()) {
            for (int i = from; i < to; i++) {
                byte[] document = documents[i];
                if (evaluator.read(document, 0, document.length, Envelope.NONE) < 0) {
                    throw new IllegalStateException("document must be an event: " + i);
                }
                List<Detection> detections = session.accept(evaluator.event().timestamp(), evaluator.evaluate());
                result.take(detections);
                count += detections.size();
            }
        }
        return count;
    }

    @Override
    public Counted counts() {
        return Counted.DETECTIONS;
    }
}
