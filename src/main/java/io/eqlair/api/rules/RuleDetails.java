package io.eqlair.api.rules;

import io.eqlair.catalog.RuleCosts;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.engine.DetectionEngine;

/** Gathers everything about a rule: what its file says, what came of it, and what its author may not expect. */
public final class RuleDetails {

    private final RuleWarnings warnings;
    private final RuleCosts costs;
    private final DetectionEngine engine;

    public RuleDetails(RuleWarnings warnings, RuleCosts costs, DetectionEngine engine) {
        this.warnings = warnings;
        this.costs = costs;
        this.engine = engine;
    }

    /** What the rules cost and what came of them now, to be looked at for several rules. */
    RuleFigures figures() {
        return new RuleFigures(costs, engine);
    }

    RuleDetail of(RuleEntry entry, RuleFigures figures) {
        return RuleDetail.of(warnings.with(entry), figures, engine);
    }
}
