package io.eqlair.format;

import io.eqlair.alert.Alert;
import io.eqlair.alert.Triage;
import io.eqlair.alert.Triage.Disposition;
import io.eqlair.alert.Triage.Status;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How far people are with an alert, in OCSF's numbers and words. */
final class OcsfState {

    private static final Choice CREATE = new Choice(1, "Create");
    private static final Choice UPDATE = new Choice(2, "Update");
    private static final Choice CLOSE = new Choice(3, "Close");

    private final Alert alert;
    private final Triage triage;

    OcsfState(Alert alert) {
        this.alert = alert;
        this.triage = alert.triage();
    }

    /** One of the values that the schema knows, as a number and in words. */
    record Choice(int id, String caption) {}

    /** An alert on which others were counted has changed, as has one that somebody judged. */
    Choice activity() {
        boolean counted = alert.suppression() != null && alert.suppression().count() > 0;
        boolean touched = counted || !triage.equals(Triage.NEW);
        return triage.status() == Status.CLOSED ? CLOSE : touched ? UPDATE : CREATE;
    }

    void addTo(ObjectNode finding) {
        Choice status = status();
        finding.put("status_id", status.id());
        finding.put("status", status.caption());
        Choice verdict = verdict();
        if (verdict != null) {
            finding.put("verdict_id", verdict.id());
            finding.put("verdict", verdict.caption());
        }
        if (triage.assignee() != null) {
            finding.putObject("assignee").put("name", triage.assignee());
        }
        DocumentWriter.say(finding, "comment", triage.note());
        finding.put("is_alert", !alert.buildingBlock() && triage.status() != Status.CLOSED);
    }

    /** OCSF calls suppressed what was looked at and found to be harmless. */
    private Choice status() {
        boolean harmless =
                triage.disposition() == Disposition.FALSE_POSITIVE || triage.disposition() == Disposition.BENIGN;
        return switch (triage.status()) {
            case OPEN -> new Choice(1, "New");
            case ACKNOWLEDGED -> new Choice(2, "In Progress");
            case CLOSED -> harmless ? new Choice(3, "Suppressed") : new Choice(4, "Resolved");
        };
    }

    private @Nullable Choice verdict() {
        return switch (triage.disposition()) {
            case FALSE_POSITIVE -> new Choice(1, "False Positive");
            case TRUE_POSITIVE -> new Choice(2, "True Positive");
            case BENIGN -> new Choice(5, "Benign");
            case null -> null;
        };
    }

    /** The word that goes with a severity. */
    static String caption(String severity) {
        return severity.substring(0, 1).toUpperCase(Locale.ROOT) + severity.substring(1);
    }
}
