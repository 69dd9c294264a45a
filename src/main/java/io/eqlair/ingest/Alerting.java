package io.eqlair.ingest;

import io.eqlair.alert.Alert;
import io.eqlair.alert.AlertFactory;
import io.eqlair.alert.RecentAlerts;
import io.eqlair.catalog.RuleSession;
import io.eqlair.engine.Detection;

/** What every detection goes through: it becomes an alert, which is counted and kept. Thread-safe. */
public final class Alerting {

    private final AlertFactory factory;
    private final RecentAlerts recent;
    private final IngestMeters meters;

    public Alerting(AlertFactory factory, RecentAlerts recent, IngestMeters meters) {
        this.factory = factory;
        this.recent = recent;
        this.meters = meters;
    }

    Alert raise(Detection detection, RuleSession rules) {
        Alert alert = factory.alert(detection, rules.rule(detection.rule()));
        meters.alert(alert.rule().severity());
        recent.add(alert);
        return alert;
    }
}
