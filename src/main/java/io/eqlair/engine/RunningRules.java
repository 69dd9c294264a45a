package io.eqlair.engine;

import io.eqlair.engine.sequence.SequenceLimits;
import io.eqlair.engine.sequence.StateBudget;
import io.eqlair.event.EventReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one set with what they remember. An immutable snapshot; the memories in it live on.
 *
 * @param reader reads events for this set; costly to make, so that sessions share it
 * @param waiting those of the rules that wait for time to pass
 */
record RunningRules(RuleSet set, EventReader reader, List<RunningRule> rules, List<RunningRule> waiting) {

    RunningRules(RuleSet set, EventReader reader, List<RunningRule> rules) {
        this(
                set,
                reader,
                List.copyOf(rules),
                rules.stream()
                        .filter(rule ->
                                rule.matcher() != null && rule.matcher().shape().waitsForTime())
                        .toList());
    }

    static RunningRules of(RuleSet set, EventReader reader, SequenceLimits limits, StateBudget budget) {
        return new RunningRules(
                set,
                reader,
                set.rules().stream()
                        .map(rule -> RunningRule.fresh(rule, limits, budget))
                        .toList());
    }

    /** Another set, in which rules of unchanged content go on with what they remember; the rest is given up. */
    RunningRules replacedBy(RuleSet next, EventReader reader, SequenceLimits limits, StateBudget budget) {
        Map<String, RunningRule> byId = new HashMap<>();
        rules.forEach(rule -> byId.put(rule.rule().definition().id(), rule));
        List<RunningRule> live = new ArrayList<>();
        for (CompiledRule rule : next.rules()) {
            RunningRule known = byId.get(rule.definition().id());
            if (known != null && sameContent(known, rule)) {
                byId.remove(rule.definition().id());
                live.add(known.with(rule));
            } else {
                live.add(RunningRule.fresh(rule, limits, budget));
            }
        }
        byId.values().forEach(RunningRule::close);
        return new RunningRules(next, reader, live);
    }

    private static boolean sameContent(RunningRule known, CompiledRule rule) {
        return known.rule().definition().contentHash().equals(rule.definition().contentHash());
    }

    /** The rule of an id, null where there is none. */
    @Nullable
    RunningRule find(String id) {
        return rules.stream()
                .filter(rule -> Objects.equals(rule.rule().definition().id(), id))
                .findFirst()
                .orElse(null);
    }
}
