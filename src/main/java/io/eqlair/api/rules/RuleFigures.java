package io.eqlair.api.rules;

import io.eqlair.catalog.RuleCosts;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleState;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.RuleCost;
import io.eqlair.engine.RuleEvidence;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rules cost, and what came of them, at one time. */
final class RuleFigures {

    private final Map<String, ShownCost> costs = new HashMap<>();
    private final Map<String, ShownEvidence> evidence = new HashMap<>();

    RuleFigures(RuleCosts costs, DetectionEngine engine) {
        for (RuleCost cost : costs.all()) {
            this.costs.put(cost.ruleId(), ShownCost.of(cost, costs.isOverBudget(cost.ruleId())));
        }
        for (RuleEvidence one : engine.evidence()) {
            evidence.put(one.ruleId(), ShownEvidence.of(one));
        }
    }

    /** What a rule costs; null for one that does not run. */
    @Nullable
    ShownCost cost(RuleEntry entry) {
        return entry.state() == RuleState.ACTIVE ? costs.get(entry.id()) : null;
    }

    /** What came of a rule; null for one that does not run. */
    @Nullable
    ShownEvidence evidence(RuleEntry entry) {
        return entry.state() == RuleState.ACTIVE ? evidence.get(entry.id()) : null;
    }

    /** The cost of a rule in nanoseconds for an average event; below 0 for one that does not run. */
    double nanos(RuleEntry entry) {
        ShownCost cost = cost(entry);
        return cost == null ? -1 : cost.nanos();
    }

    /** How many alerts a rule raised; below 0 for one that does not run. */
    long alerts(RuleEntry entry) {
        ShownEvidence shown = evidence(entry);
        return shown == null ? -1 : shown.alerts();
    }
}
