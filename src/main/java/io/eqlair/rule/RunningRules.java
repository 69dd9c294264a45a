package io.eqlair.rule;

import io.eqlair.engine.CompiledRule;
import io.eqlair.engine.DetectionEngine;

/** One batch's view of the rules: what is written about them, and the session that shows them events. */
public record RunningRules(RuleCatalog catalog, DetectionEngine.Session session) {

    /** The rule that was compiled. */
    public Rule rule(CompiledRule compiled) {
        String id = compiled.definition().id();
        Rule rule = catalog.find(id).map(RuleEntry::rule).orElse(null);
        if (rule == null) {
            throw new IllegalStateException("rule must be in the catalog: " + id);
        }
        return rule;
    }
}
