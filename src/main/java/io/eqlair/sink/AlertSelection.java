package io.eqlair.sink;

import io.eqlair.alert.Alert;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.Severity;
import java.util.Set;
import java.util.stream.Collectors;

/** Which alerts a sink is sent. */
public final class AlertSelection {

    /** All but those that are material for other rules. */
    public static final AlertSelection FOR_PEOPLE = new AlertSelection(Severity.LOW, Set.of(), false);

    private final Set<String> severities;
    private final Set<String> rules;
    private final boolean buildingBlocks;

    /**
     * A selection.
     *
     * @param least severity
     * @param rules whose alerts are sent; none for all
     * @param buildingBlocks whether alerts are sent that are material for other rules
     */
    public AlertSelection(Severity least, Set<RuleId> rules, boolean buildingBlocks) {
        this.severities = Set.of(Severity.values()).stream()
                .filter(severity -> severity.level() >= least.level())
                .map(Severity::text)
                .collect(Collectors.toSet());
        this.rules = rules.stream().map(RuleId::value).collect(Collectors.toSet());
        this.buildingBlocks = buildingBlocks;
    }

    boolean accepts(Alert alert) {
        return severities.contains(alert.rule().severity())
                && (rules.isEmpty() || rules.contains(alert.rule().id()))
                && (buildingBlocks || !alert.buildingBlock());
    }
}
