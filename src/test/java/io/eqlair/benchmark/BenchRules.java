package io.eqlair.benchmark;

import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.RuleCatalog;
import io.eqlair.engine.CheckedRule;
import io.eqlair.engine.CompiledRule;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.RuleSet;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.EventRoles;
import io.eqlair.repository.RuleLocations;
import io.eqlair.repository.RuleSources;
import io.eqlair.rule.RuleLimits;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The rules that are measured with.
 *
 * @param location where they were read from
 * @param shuffled the active ones; whoever wants fewer takes the first, so that each set is a mixture
 */
record BenchRules(Path location, RuleCatalog catalog, List<CheckedRule> shuffled) {

    static BenchRules load(Path location, long seed) {
        RuleLocations locations = new RuleLocations(List.of(location.toString()), RuleLimits.DEFAULT);
        DetectionEngine engine = new DetectionEngine(
                RuleSet.of(List.of(), EventRoles.ECS), EngineSettings.DEFAULT, InstantSource.system());
        LiveRules rules = new LiveRules(RuleSources.of(locations), EqlLimits.DEFAULT, engine, () -> {});
        rules.load();
        List<CheckedRule> shuffled = new ArrayList<>(
                engine.rules().rules().stream().map(CompiledRule::checked).toList());
        Collections.shuffle(shuffled, new Random(seed));
        return new BenchRules(location, rules.catalog().orElseThrow(), List.copyOf(shuffled));
    }

    int size() {
        return shuffled.size();
    }

    /** So many rules; where there are not that many, clones with other literals behind them. */
    List<CheckedRule> first(int count) {
        List<CheckedRule> rules = new ArrayList<>(shuffled.subList(0, Math.min(count, size())));
        for (int copy = 1; rules.size() < count; copy++) {
            for (int i = 0; i < size() && rules.size() < count; i++) {
                rules.add(RuleClones.of(shuffled.get(i), copy));
            }
        }
        return rules;
    }
}
