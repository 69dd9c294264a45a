package io.eqlair.api;

import io.eqlair.catalog.RuleCosts;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleState;
import io.eqlair.engine.RuleCost;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rules cost at one time. */
final class ShownCosts {

    private final Map<String, ShownCost> byId = new HashMap<>();

    ShownCosts(RuleCosts costs) {
        for (RuleCost cost : costs.all()) {
            byId.put(cost.ruleId(), ShownCost.of(cost, costs.isOverBudget(cost.ruleId())));
        }
    }

    /** What a rule costs; null for one that does not run. */
    @Nullable
    ShownCost of(RuleEntry entry) {
        return entry.state() == RuleState.ACTIVE ? byId.get(entry.id()) : null;
    }

    /** The cost of a rule in nanoseconds for an average event; below 0 for one that does not run. */
    double nanos(RuleEntry entry) {
        ShownCost cost = of(entry);
        return cost == null ? -1 : cost.nanos();
    }
}
