package io.eqlair.alerting;

import io.eqlair.alert.Alert;
import io.eqlair.alert.AlertFactory;
import io.eqlair.alert.AlertGrouping;
import io.eqlair.alert.RaisedAlert;
import io.eqlair.catalog.RuleSession;
import io.eqlair.engine.Detection;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes the alerts of one request. Events that are alike and have no ids are different events in one request, so their alerts have
 * different ids: the second is numbered. The same request makes the same ids again. For one thread.
 */
final class AlertBuilder {

    private final AlertFactory factory;
    private final RuleSession rules;
    private final AlertGrouping grouping = new AlertGrouping();
    private final Map<String, Integer> occurrences = new HashMap<>();

    AlertBuilder(AlertFactory factory, RuleSession rules) {
        this.factory = factory;
        this.rules = rules;
    }

    RaisedAlert build(Detection detection) {
        Alert alert = factory.alert(detection, rules.rule(detection.rule()));
        boolean named = detection.events().stream().allMatch(event -> event.givenId() != null);
        return grouping.grouped(named ? alert : numbered(alert));
    }

    private Alert numbered(Alert alert) {
        int occurrence = occurrences.merge(alert.id(), 1, Integer::sum);
        return occurrence == 1 ? alert : alert.occurring(occurrence);
    }
}
