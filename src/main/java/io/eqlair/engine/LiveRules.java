package io.eqlair.engine;

import io.eqlair.engine.sequence.SequenceLimits;
import io.eqlair.engine.sequence.StateBudget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of one set with what they remember. An immutable snapshot; the memories in it live on. */
record LiveRules(RuleSet set, List<LiveRule> rules) {

    LiveRules {
        rules = List.copyOf(rules);
    }

    static LiveRules of(RuleSet set, SequenceLimits limits, StateBudget budget) {
        return new LiveRules(
                set,
                set.rules().stream()
                        .map(rule -> LiveRule.fresh(rule, limits, budget))
                        .toList());
    }

    /** Another set, in which rules of unchanged content go on with what they remember; the rest is given up. */
    LiveRules replacedBy(RuleSet next, SequenceLimits limits, StateBudget budget) {
        Map<String, LiveRule> byId = new HashMap<>();
        rules.forEach(rule -> byId.put(rule.rule().definition().id(), rule));
        List<LiveRule> live = new ArrayList<>();
        for (CompiledRule rule : next.rules()) {
            LiveRule known = byId.get(rule.definition().id());
            if (known != null && sameContent(known, rule)) {
                byId.remove(rule.definition().id());
                live.add(known.with(rule));
            } else {
                live.add(LiveRule.fresh(rule, limits, budget));
            }
        }
        byId.values().forEach(LiveRule::close);
        return new LiveRules(next, live);
    }

    private static boolean sameContent(LiveRule known, CompiledRule rule) {
        return known.rule().definition().contentHash().equals(rule.definition().contentHash());
    }

    /** The rule of an id, null where there is none. */
    @Nullable
    LiveRule find(String id) {
        return rules.stream()
                .filter(rule -> Objects.equals(rule.rule().definition().id(), id))
                .findFirst()
                .orElse(null);
    }
}
