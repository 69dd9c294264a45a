package io.eqlair.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has a start that fails for the settings of a sink end with a sentence instead of a stack trace. */
final class SinkRejectedAnalyzer extends AbstractFailureAnalyzer<SinkRejected> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SinkRejected rejected) {
        return new FailureAnalysis(rejected.found(), rejected.wayOut(), failure);
    }
}
