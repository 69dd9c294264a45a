package io.eqlair.engine;

import io.eqlair.event.EventRoles;
import java.util.List;

/**
 * What the engine needs to know of a rule.
 *
 * @param id unique within a rule set
 * @param contentHash changes whenever the rule's meaning does
 * @param query EQL
 * @param indexPatterns the indices whose events the rule is shown; none means all
 * @param roles which fields are the event's time and category for this rule
 */
public record RuleDefinition(
        String id, String contentHash, String query, List<String> indexPatterns, EventRoles roles) {

    public RuleDefinition {
        indexPatterns = List.copyOf(indexPatterns);
    }
}
