package io.eqlair.api;

import io.eqlair.rule.RuleOverride;
import org.jspecify.annotations.Nullable;

/** What was set for a rule beside its file; null is left to the file. */
record ShownOverride(
        @Nullable Boolean enabled,
        @Nullable String severity,
        @Nullable Integer riskScore) {

    /** Null where all is left to the file. */
    static @Nullable ShownOverride of(RuleOverride override) {
        return override.isEmpty()
                ? null
                : new ShownOverride(
                        override.enabled(),
                        override.severity() == null ? null : override.severity().text(),
                        override.riskScore());
    }
}
