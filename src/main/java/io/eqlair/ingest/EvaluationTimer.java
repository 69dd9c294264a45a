package io.eqlair.ingest;

import io.eqlair.engine.Evaluator;
import io.eqlair.engine.Finding;
import io.eqlair.event.Event;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Times one evaluation of 64: to time all of them would cost as much as some of them take. For one thread. */
final class EvaluationTimer {

    private static final int ONE_OF = 64;

    private final Timer timer;
    private int count;

    /** Begins to count somewhere, so that short batches are timed as often as long ones. */
    EvaluationTimer(Timer timer, int start) {
        this.timer = timer;
        this.count = start;
    }

    /** Whether the next one is to be timed. */
    boolean isDue() {
        return count++ % ONE_OF == 0;
    }

    @Nullable
    Finding time(Evaluator evaluator, Event event) {
        long start = System.nanoTime();
        Finding finding = evaluator.evaluate(event);
        timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        return finding;
    }
}
