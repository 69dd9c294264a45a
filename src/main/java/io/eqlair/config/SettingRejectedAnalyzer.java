package io.eqlair.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has a start that fails for a setting end with a sentence instead of a stack trace. */
final class SettingRejectedAnalyzer extends AbstractFailureAnalyzer<SettingRejected> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SettingRejected rejected) {
        return new FailureAnalysis(rejected.found(), rejected.wayOut(), failure);
    }
}
