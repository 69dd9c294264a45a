package io.eqlair.catalog;

import io.eqlair.engine.RuleDefinition;
import io.eqlair.event.EventRoles;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleQuery;
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
        return new RuleDefinition(rule.id().value(), rule.contentHash(), query.text(), query.index(), roles);
    }

    private static String orElse(@Nullable String value, String usual) {
        return value == null ? usual : value;
    }
}
