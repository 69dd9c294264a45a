package io.eqlair.engine;

import io.eqlair.engine.index.IndexedStage;
import io.eqlair.engine.index.RuleIndex;
import io.eqlair.event.EventRoles;
import io.eqlair.event.FieldTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
     * Compiles rules that have been checked, and makes their index.
     *
     * @param rules with unique ids
     * @param roles which fields the reader takes an event's time, order and category from
     */
    public static RuleSet of(List<CheckedRule> rules, EventRoles roles) {
        FieldTable table = roles.table(fields(rules));
        return new RuleSet(
                table, rules.stream().map(rule -> new CompiledRule(rule, table)).toList());
    }

    private static Set<String> fields(List<CheckedRule> rules) {
        Set<String> fields = new HashSet<>();
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
