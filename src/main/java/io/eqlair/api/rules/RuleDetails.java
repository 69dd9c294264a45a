package io.eqlair.api.rules;

import io.eqlair.api.rules.RuleDetail.NamedException;
import io.eqlair.catalog.RuleCosts;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.exceptions.ExceptionItem;
import io.eqlair.exceptions.ExceptionState;
import io.eqlair.exceptions.LiveExceptions;
import io.eqlair.rule.Rule;
import java.time.InstantSource;
import java.util.List;

/** Gathers everything about a rule: what its file says, what came of it, and what its author may not expect. */
public final class RuleDetails {

    private final RuleWarnings warnings;
    private final RuleCosts costs;
    private final DetectionEngine engine;
    private final LiveExceptions exceptions;
    private final InstantSource clock;

    public RuleDetails(
            RuleWarnings warnings,
            RuleCosts costs,
            DetectionEngine engine,
            LiveExceptions exceptions,
            InstantSource clock) {
        this.warnings = warnings;
        this.costs = costs;
        this.engine = engine;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    /** What the rules cost and what came of them now, to be looked at for several rules. */
    RuleFigures figures() {
        return new RuleFigures(costs, engine);
    }

    RuleDetail of(RuleEntry entry, RuleFigures figures) {
        return RuleDetail.of(warnings.with(entry), figures, engine, exceptions(entry));
    }

    private List<NamedException> exceptions(RuleEntry entry) {
        Rule rule = entry.rule();
        return rule == null
                ? List.of()
                : exceptions.set().itemsFor(rule).stream().map(this::named).toList();
    }

    private NamedException named(ExceptionItem item) {
        String state = ExceptionState.of(item, clock.instant()).text();
        return new NamedException(item.id(), item.terms().name(), state);
    }
}
