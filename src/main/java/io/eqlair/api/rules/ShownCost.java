package io.eqlair.api.rules;

import io.eqlair.engine.RuleCost;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a rule that runs costs the service.
 *
 * @param estimatedNanos for an average event, in nanoseconds: what is expected from the form of the query and from what the
 *     index has seen of the stream. High where nothing that the query requires is rare
 * @param measuredNanos likewise, as measured since the rule was loaded: the time to ask it, and to remember what it takes
 *     several events for. Null before one of the events that asked it was timed, which one of 64 is
 * @param overBudget whether it costs more than {@code eqlair.rules.cost.budget}
 */
record ShownCost(
        @Schema(description = "Expected for an average event, by the form of the query and what was seen of the stream")
        double estimatedNanos,

        @Schema(description = "Measured for an average event since the rule was loaded; null before one was timed")
        @Nullable
        Double measuredNanos,

        @Schema(description = "Whether it costs more than eqlair.rules.cost.budget")
        boolean overBudget) {

    static ShownCost of(RuleCost cost, boolean overBudget) {
        return new ShownCost(
                rounded(cost.estimate()), cost.measured() == 0 ? null : rounded(cost.measured()), overBudget);
    }

    private static double rounded(double nanos) {
        return Math.round(nanos * 10) / 10.0;
    }

    /** By what it is compared with other costs: what was measured, or else the estimate. */
    double nanos() {
        return measuredNanos == null ? estimatedNanos : measuredNanos;
    }
}
