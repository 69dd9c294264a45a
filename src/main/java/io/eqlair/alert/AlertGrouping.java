package io.eqlair.alert;

import io.eqlair.alert.RaisedAlert.Group;
import io.eqlair.alert.Suppression.Term;
import io.eqlair.rule.AlertSuppression;
import io.eqlair.rule.Rule;
import io.eqlair.rule.Sha256;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which of the alerts of one request belong together, and to those of other requests. Thread-safe. */
public final class AlertGrouping {

    /** Alerts of a rule without a duration are grouped by request: this tells requests apart. */
    private final String request = UUID.randomUUID().toString();

    /** Puts an alert in its group. */
    public RaisedAlert grouped(Alert alert) {
        return new RaisedAlert(alert, group(alert));
    }

    private @Nullable Group group(Alert alert) {
        Rule rule = alert.definition().rule();
        AlertSuppression wanted = rule.suppression();
        Suppression suppression = alert.suppression();
        if (wanted == null || suppression == null) {
            return null;
        }
        Duration window = wanted.duration() == null ? null : wanted.duration().toDuration();
        return new Group(key(rule.id().value(), suppression.terms(), window == null ? request : ""), window);
    }

    private static String key(String rule, List<Term> terms, String request) {
        String values = terms.stream().map(AlertGrouping::text).collect(Collectors.joining());
        return Sha256.hex(rule + " " + request + " " + values);
    }

    /** With lengths, so that no two lists of terms read the same. */
    private static String text(Term term) {
        String value = term.value() == null ? "" : term.value().getClass().getSimpleName() + term.value();
        return term.field().length() + term.field() + term.sequenceIndex() + "=" + value.length() + value + ";";
    }
}
