package io.eqlair.api.rules;

import io.eqlair.rule.RuleOverlay;
import org.jspecify.annotations.Nullable;

/** What was set for a rule beside its file; null is left to the file. */
record ShownOverlay(
        @Nullable Boolean enabled,
        @Nullable String severity,
        @Nullable Integer riskScore) {

    /** Null where all is left to the file. */
    static @Nullable ShownOverlay of(RuleOverlay overlay) {
        return overlay.isEmpty()
                ? null
                : new ShownOverlay(
                        overlay.enabled(),
                        overlay.severity() == null ? null : overlay.severity().text(),
                        overlay.riskScore());
    }
}
