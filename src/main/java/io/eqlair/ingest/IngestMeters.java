package io.eqlair.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is counted of events. */
public final class IngestMeters {

    private static final Logger LOG = LoggerFactory.getLogger(IngestMeters.class);
    private static final String EVENTS = "eqlair.events";

    /** What the finest measurement tells apart, in nanoseconds. */
    private static final long SHORTEST = 500;

    private final MeterRegistry registry;
    private final Counter accepted;
    private final Counter rejected;
    private final Counter failures;
    private final Counter unreadableTimes;
    private final Counter strayLines;
    private final Timer evaluation;
    private final AtomicInteger batches = new AtomicInteger();

    public IngestMeters(MeterRegistry registry) {
        this.registry = registry;
        this.accepted = events("accepted");
        this.rejected = events("rejected");
        this.failures = Counter.builder("eqlair.evaluation.failures")
                .description("Operations in queries that could not be carried out, such as a division by zero")
                .register(registry);
        this.unreadableTimes = Counter.builder("eqlair.event.times.unreadable")
                .description("Events whose timestamp could not be read, and that count as of their arrival")
                .register(registry);
        this.strayLines = Counter.builder("eqlair.bulk.lines.stray")
                .description("Lines of bulk requests that belonged to no action, and were skipped")
                .register(registry);
        this.evaluation = Timer.builder("eqlair.evaluation")
                .description("Time to show one event to the rules, without reading it; one of 64 is timed")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(SHORTEST)) // most take a few microseconds
                .maximumExpectedValue(Duration.ofSeconds(1))
                .register(registry);
    }

    /** Adds what came of one body. */
    void add(int acceptedEvents, int failedOperations, int timesThatCannotBeRead, Map<String, Integer> rejectedByCode) {
        increment(accepted, acceptedEvents);
        increment(failures, failedOperations);
        increment(unreadableTimes, timesThatCannotBeRead);
        rejectedByCode.forEach(this::reject);
    }

    /** Adds what was rejected before it came to be a document. */
    public void reject(String code, int count) {
        rejected.increment(count);
        errors(code).increment(count);
    }

    /** Counts lines of bulk requests that belonged to no action. */
    void strayLines(long lines) {
        if (lines > 0) {
            strayLines.increment((double) lines);
            LOG.warn(
                    "{} lines of a bulk request belong to no action, such as what follows a line break in a document.",
                    lines);
        }
    }

    private static void increment(Counter counter, int amount) {
        if (amount > 0) {
            counter.increment(amount);
        }
    }

    /** A timer for the events of one body, or of a part. */
    EvaluationTimer evaluationTimer() {
        return new EvaluationTimer(evaluation, batches.getAndIncrement());
    }

    private Counter errors(String code) {
        return Counter.builder("eqlair.event.errors")
                .description("Events that were rejected, by the reason")
                .tag("code", code)
                .register(registry);
    }

    private Counter events(String outcome) {
        return Counter.builder(EVENTS)
                .description("Events that came in")
                .tag("outcome", outcome)
                .register(registry);
    }
}
