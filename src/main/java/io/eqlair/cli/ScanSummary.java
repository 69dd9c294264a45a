package io.eqlair.cli;

import io.eqlair.alert.Alert;
import io.eqlair.catalog.RuleCatalog;
import io.eqlair.ingest.BatchOutcome;
import io.eqlair.ingest.EventError;
import io.eqlair.store.Outcome;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of a scan: figures, and none of the alerts. For one thread. */
final class ScanSummary {

    /** More would not help to see what is wrong with a file. */
    static final int SHOWN_ERRORS = 5;

    private final Map<String, Count> alertsByRule = new HashMap<>();
    private final List<String> errors = new ArrayList<>();
    private long alerts;
    private long known;
    private long suppressed;
    private long rejected;

    /** How many alerts one rule raised. */
    private record Count(long alerts, String rule) {
        Count plus(Count other) {
            return new Count(alerts + other.alerts, rule);
        }
    }

    void add(Outcome outcome) {
        switch (outcome) {
            case Outcome.Stored(Alert alert) -> add(alert);
            case Outcome.Known again -> known++;
            case Outcome.Suppressed counted -> suppressed++;
            case Outcome.Capped never -> {}
        }
    }

    private void add(Alert alert) {
        alerts++;
        String rule = alert.rule().name() + " (" + alert.rule().id() + ")";
        alertsByRule.merge(alert.rule().id(), new Count(1, rule), Count::plus);
    }

    void add(String input, BatchOutcome outcome) {
        rejected += outcome.rejected();
        outcome.errors().stream()
                .limit(SHOWN_ERRORS - errors.size())
                .map(error -> text(input, error))
                .forEach(errors::add);
    }

    private static String text(String input, EventError error) {
        return input + ": event " + (error.position() + 1) + ": " + error.message() + " [" + error.code() + "]";
    }

    /** What else was detected, if there was anything: it is not among the alerts. */
    private String besides() {
        String counted = suppressed == 0 ? "" : String.format(Locale.ROOT, ", %,d more suppressed", suppressed);
        return known == 0
                ? counted
                : counted + String.format(Locale.ROOT, ", %,d raised again by the same events", known);
    }

    /** Tells it to people. */
    void print(PrintWriter err, RuleCatalog catalog, long events, long nanos) {
        double seconds = nanos / 1e9;
        err.println(String.format(
                Locale.ROOT,
                "%,d events in %.1f s (%,.0f events/s), %,d rejected.",
                events,
                seconds,
                events / seconds,
                rejected));
        errors.forEach(error -> err.println("  " + error));
        err.println(String.format(Locale.ROOT, "%,d alerts%s.", alerts, besides()));
        alertsByRule.values().stream()
                .sorted((a, b) -> a.alerts == b.alerts ? a.rule.compareTo(b.rule) : Long.compare(b.alerts, a.alerts))
                .forEach(count -> err.println(String.format(Locale.ROOT, "%,8d  %s", count.alerts, count.rule)));
        err.println(RulesOption.counts(catalog));
    }
}
