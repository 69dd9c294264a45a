package io.eqlair.engine;

import io.eqlair.engine.index.IndexedStage;
import io.eqlair.engine.index.RuleIndex;
import io.eqlair.event.EventRoles;
import io.eqlair.event.FieldTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules that were compiled together, over one table of fields. An immutable snapshot. */
public final class RuleSet {

    private final FieldTable table;
    private final List<CompiledRule> rules;
    private final RuleIndex index;

    private RuleSet(FieldTable table, List<CompiledRule> rules) {
        this.table = table;
        this.rules = List.copyOf(rules);
        this.index = RuleIndex.of(stages(), table);
    }

    private List<IndexedStage> stages() {
        List<IndexedStage> stages = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            stages.addAll(rules.get(rule).stages(rule));
        }
        return stages;
    }

    /**
     * Compiles rules that have been checked, and makes their index. Nothing is exempt from them.
     *
     * @param rules with unique ids
     * @param roles which fields the reader takes an event's time, order and category from
     */
    public static RuleSet of(List<CheckedRule> rules, EventRoles roles) {
        return of(rules, Map.of(), roles);
    }

    /**
     * Compiles rules together with what is exempt from them.
     *
     * @param rules with unique ids
     * @param exemptions by the id of the rule; each, by its own id, is compiled once, however many rules have it
     * @param roles which fields the reader takes an event's time, order and category from
     */
    public static RuleSet of(List<CheckedRule> rules, Map<String, List<Exemption>> exemptions, EventRoles roles) {
        Map<String, RuleExemptions.Compiled> compiled = new HashMap<>();
        FieldTable table = roles.table(fields(rules, exemptions.values()));
        List<CompiledRule> all = new ArrayList<>();
        for (CheckedRule rule : rules) {
            List<RuleExemptions.Compiled> own = exemptions
                    .getOrDefault(rule.definition().id(), List.of())
                    .stream()
                    .map(one -> compiled.computeIfAbsent(one.id(), id -> RuleExemptions.Compiled.of(one, table)))
                    .toList();
            all.add(new CompiledRule(rule, table, own));
        }
        return new RuleSet(table, all);
    }

    private static Set<String> fields(List<CheckedRule> rules, Collection<List<Exemption>> exemptions) {
        Set<String> fields = new HashSet<>();
        exemptions.stream().flatMap(List::stream).distinct().forEach(one -> fields.addAll(one.fields()));
        for (CheckedRule rule : rules) {
            fields.addAll(rule.query().fields());
            fields.add(rule.definition().roles().category());
        }
        return fields;
    }

    /** The fields that the rules read. */
    public FieldTable table() {
        return table;
    }

    public List<CompiledRule> rules() {
        return rules;
    }

    /** Finds those that an event matches. */
    RuleIndex index() {
        return index;
    }
}
