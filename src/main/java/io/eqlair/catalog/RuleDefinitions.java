package io.eqlair.catalog;

import io.eqlair.engine.RuleDefinition;
import io.eqlair.event.EventRoles;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleQuery;
import io.eqlair.rule.Sha256;
import org.jspecify.annotations.Nullable;

/** What the engine needs to know of rules as people write them. */
public final class RuleDefinitions {

    private RuleDefinitions() {}

    /** The definition of a rule; what it does not say is as ECS has it. */
    public static RuleDefinition of(Rule rule) {
        RuleQuery query = rule.query();
        EventRoles roles = new EventRoles(
                orElse(query.timestampField(), EventRoles.ECS.timestamp()),
                orElse(query.tiebreakerField(), EventRoles.ECS.tiebreaker()),
                orElse(query.eventCategoryOverride(), EventRoles.ECS.category()));
        return new RuleDefinition(rule.id().value(), hash(query, roles), query.text(), query.index(), roles);
    }

    /** Of what the rule looks for alone: what people read about it may change, and its sequences go on. */
    private static String hash(RuleQuery query, EventRoles roles) {
        return Sha256.hex(String.join("\0", query.text(), String.join(",", query.index()), roles.toString()));
    }

    private static String orElse(@Nullable String value, String usual) {
        return value == null ? usual : value;
    }
}
