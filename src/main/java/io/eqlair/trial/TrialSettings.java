package io.eqlair.trial;

import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.sequence.SequenceLimits;
import io.eqlair.ingest.EvaluationThreads;
import io.eqlair.ingest.IngestLimits;

/**
 * How a trial runs.
 *
 * @param engine as the service's; but how far events may be ahead of the clock means nothing here
 * @param intake what each body may carry
 * @param threads that evaluate large bodies; others may use them too
 */
public record TrialSettings(EngineSettings engine, IngestLimits intake, EvaluationThreads threads) {

    /** The engine's settings, with every timestamp moving the stream's time. */
    EngineSettings forRecordings() {
        SequenceLimits limits = engine.sequences();
        SequenceLimits unskewed = new SequenceLimits(
                limits.bytesPerRule(),
                limits.bytes(),
                limits.retention(),
                limits.sampleWindow(),
                limits.lateness(),
                limits.idle(),
                Trial.EVER);
        return new EngineSettings(engine.roles(), engine.limits(), unskewed, engine.strictRouting());
    }
}
