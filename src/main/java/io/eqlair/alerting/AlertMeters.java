package io.eqlair.alerting;

import io.eqlair.rule.Severity;
import io.eqlair.store.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;

/** What is counted of alerts. */
public final class AlertMeters {

    private final MeterRegistry registry;
    private final Counter known;
    private final Counter suppressed;
    private final Counter capped;

    public AlertMeters(MeterRegistry registry) {
        this.registry = registry;
        this.known = Counter.builder("eqlair.alerts.known")
                .description("Alerts that were raised again by the same events")
                .register(registry);
        this.suppressed = Counter.builder("eqlair.alerts.suppressed")
                .description("Detections that were counted on another alert")
                .register(registry);
        this.capped = Counter.builder("eqlair.alerts.capped")
                .description("Alerts that were not kept, as settings say that max_signals counts")
                .register(registry);
        Arrays.stream(Severity.values()).forEach(severity -> stored(severity.text()));
    }

    /** Counts what became of an alert. */
    public void count(Outcome outcome) {
        switch (outcome) {
            case Outcome.Stored stored ->
                stored(stored.alert().rule().severity()).increment();
            case Outcome.Known again -> known.increment();
            case Outcome.Capped notKept -> capped.increment();
            case Outcome.Suppressed(String alertId, var suppression, boolean again) ->
                (again ? known : suppressed).increment();
        }
    }

    private Counter stored(String severity) {
        return Counter.builder("eqlair.alerts")
                .description("Alerts that were raised")
                .tag("severity", severity)
                .register(registry);
    }
}
