package io.eqlair.engine;

import io.eqlair.event.EventRoles;
import io.eqlair.event.FieldTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules that were compiled together, over one table of fields. An immutable snapshot. */
public final class RuleSet {

    private final FieldTable table;
    private final List<CompiledRule> rules;

    private RuleSet(FieldTable table, List<CompiledRule> rules) {
        this.table = table;
        this.rules = List.copyOf(rules);
    }

    /**
     * Compiles rules that have been checked.
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
}
