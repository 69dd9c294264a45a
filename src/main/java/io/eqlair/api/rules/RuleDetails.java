package io.eqlair.api.rules;

import io.eqlair.catalog.RuleCosts;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleState;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.rule.RuleFile;
import io.eqlair.validation.RuleValidator;

/** Gathers everything about a rule: what its file says, what came of it, and what its author may not expect. */
public final class RuleDetails {

    private final RuleValidator validator;
    private final RuleCosts costs;
    private final DetectionEngine engine;

    public RuleDetails(RuleValidator validator, RuleCosts costs, DetectionEngine engine) {
        this.validator = validator;
        this.costs = costs;
        this.engine = engine;
    }

    RuleDetail of(RuleEntry entry) {
        return RuleDetail.of(warned(entry), new RuleFigures(costs, engine), engine);
    }

    private RuleEntry warned(RuleEntry entry) {
        RuleFile.Loaded file = entry.file();
        return file == null || entry.state() == RuleState.REJECTED ? entry : entry.alsoWarned(validator.warnings(file));
    }
}
