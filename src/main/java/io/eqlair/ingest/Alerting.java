package io.eqlair.ingest;

import io.eqlair.alert.Alert;
import io.eqlair.alert.AlertFactory;
import io.eqlair.catalog.RuleSession;
import io.eqlair.engine.Detection;
import java.util.function.Consumer;

/** What every detection goes through: it becomes an alert, which is counted and handed on. Thread-safe if its sink is. */
public final class Alerting {

    private final AlertFactory factory;
    private final Consumer<Alert> sink;
    private final IngestMeters meters;

    /**
     * Alerts for whoever wants them.
     *
     * @param sink takes each alert as soon as there is one, on the thread that evaluates its last event
     */
    public Alerting(AlertFactory factory, Consumer<Alert> sink, IngestMeters meters) {
        this.factory = factory;
        this.sink = sink;
        this.meters = meters;
    }

    /** Makes the alert of a detection. */
    public Alert raise(Detection detection, RuleSession rules) {
        Alert alert = factory.alert(detection, rules.rule(detection.rule()));
        meters.alert(alert.rule().severity());
        sink.accept(alert);
        return alert;
    }
}
