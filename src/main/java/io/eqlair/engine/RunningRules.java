package io.eqlair.engine;

import io.eqlair.engine.index.RuleIndex;
import io.eqlair.engine.sequence.StateBudget;
import io.eqlair.eql.analysis.FieldNeeds;
import io.eqlair.event.EventReader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one set with what they remember. An immutable snapshot; the memories in it live on.
 *
 * @param reader reads events for this set; costly to make, so that sessions share it
 * @param index finds the rules that an event matches
 * @param waiting those of the rules that wait for time to pass
 * @param tally what the stream brought, to this set and the ones before
 */
record RunningRules(
        RuleSet set,
        EventReader reader,
        List<RunningRule> rules,
        RuleIndex index,
        Workspaces workspaces,
        List<RunningRule> waiting,
        StreamTally tally) {

    /** The first rules of an engine. */
    static RunningRules of(
            RuleSet set, EventReader reader, EngineSettings settings, StateBudget budget, InstantSource clock) {
        List<RunningRule> rules = set.rules().stream()
                .map(rule -> RunningRule.fresh(rule, settings.sequences(), budget, 0))
                .toList();
        return of(set, reader, rules, settings, new StreamTally(), clock);
    }

    private static RunningRules of(
            RuleSet set,
            EventReader reader,
            List<RunningRule> rules,
            EngineSettings settings,
            StreamTally tally,
            InstantSource clock) {
        Supplier<Workspace> maker =
                () -> new Workspace(rules, set, tally, settings.strictRouting(), reader.newEvent(), clock);
        List<RunningRule> waiting = rules.stream()
                .filter(rule -> rule.matcher() != null && rule.matcher().shape().waitsForTime())
                .toList();
        return new RunningRules(set, reader, rules, set.index(), new Workspaces(maker, tally), waiting, tally);
    }

    /** Another set, in which rules of unchanged content go on with what they remember; the rest is given up. */
    RunningRules replacedBy(
            RuleSet next, EventReader reader, EngineSettings settings, StateBudget budget, InstantSource clock) {
        Map<String, RunningRule> byId = new HashMap<>();
        rules.forEach(rule -> byId.put(rule.rule().definition().id(), rule));
        List<RunningRule> live = new ArrayList<>();
        for (CompiledRule rule : next.rules()) {
            RunningRule known = byId.get(rule.definition().id());
            if (known != null && sameContent(known, rule)) {
                byId.remove(rule.definition().id());
                live.add(known.with(rule));
            } else {
                live.add(RunningRule.fresh(rule, settings.sequences(), budget, tally.events()));
            }
        }
        next.index().learnFrom(set.index());
        byId.values().forEach(RunningRule::close);
        return of(next, reader, List.copyOf(live), settings, tally, clock);
    }

    private static boolean sameContent(RunningRule known, CompiledRule rule) {
        return known.rule().definition().contentHash().equals(rule.definition().contentHash());
    }

    /** What each rule costs, in the order of the rules. */
    List<RuleCost> costs() {
        double[] estimates = new double[rules.size()];
        for (int stage = 0; stage < index.stages().size(); stage++) {
            estimates[index.stages().get(stage).rule()] += index.cost(stage);
        }
        long shown = tally.events();
        List<RuleCost> costs = new ArrayList<>();
        for (int i = 0; i < estimates.length; i++) {
            RunningRule rule = rules.get(i);
            costs.add(rule.meter().cost(rule.rule().definition(), estimates[i], shown));
        }
        return costs;
    }

    /** What came of each rule, in the order of the rules. */
    List<RuleEvidence> evidence() {
        return rules.stream().map(this::evidence).toList();
    }

    private RuleEvidence evidence(RunningRule rule) {
        FieldNeeds needs = rule.rule().needs();
        return rule.meter()
                .evidence(
                        rule.rule().definition().id(),
                        tally.events(),
                        unseen(needs.needed()),
                        unseen(needs.optional()));
    }

    private List<String> unseen(Collection<String> fields) {
        return fields.stream().filter(field -> !tally.hasSeen(field)).toList();
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
