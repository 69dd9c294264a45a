package io.eqlair.alert;

import io.eqlair.event.AlertIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which rules have brought an alert about. */
public final class AlertAncestors {

    private static final String RULE = "kibana.alert.rule.rule_id";
    private static final String ANCESTOR = "kibana.alert.ancestors.rule";
    private static final AlertFields FIELDS = new AlertFields(Set.of(RULE, ANCESTOR));

    private AlertAncestors() {}

    /** The ids of the alert's own rule, and of those of the alerts that it stands on. */
    public static Set<String> rules(Alert alert) {
        Set<String> rules = new HashSet<>(List.of(alert.rule().id()));
        if (alert.events().stream().anyMatch(event -> AlertIndex.isOfAlerts(event.index()))) {
            FIELDS.values(alert).forEach(rule -> rules.add(rule.toString()));
        }
        return rules;
    }
}
