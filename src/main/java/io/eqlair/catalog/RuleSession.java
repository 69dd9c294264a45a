package io.eqlair.catalog;

import io.eqlair.engine.CompiledRule;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.rule.RuleFile;

/** The rules as one batch of events sees them: what is written about them, and the engine that shows them events. */
public record RuleSession(RuleCatalog catalog, DetectionEngine.Session engine) {

    /** The rule that was compiled, as it was loaded. */
    public RuleFile.Loaded rule(CompiledRule compiled) {
        String id = compiled.definition().id();
        RuleFile.Loaded rule = catalog.find(id).map(RuleEntry::file).orElse(null);
        if (rule == null) {
            throw new IllegalStateException("rule must be in the catalog: " + id);
        }
        return rule;
    }
}
