package io.eqlair.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.alert.Alert;
import io.eqlair.event.AlertIndex;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventLimits;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRejected;
import io.eqlair.event.EventRoles;
import io.eqlair.event.FieldTable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Alerts, read as events. */
class AlertEventDocumentTest {

    private static final FieldTable TABLE = EventRoles.ECS.table(Set.of(
            "kibana.alert.rule.name",
            "kibana.alert.rule.threat.tactic.name",
            "kibana.alert.severity",
            "kibana.alert.depth",
            "kibana.alert.original_event.id",
            "kibana.alert.ancestors.id",
            "signal.rule.name",
            "signal.rule.severity",
            "signal.rule.risk_score",
            "signal.rule.tags",
            "signal.rule.threat.tactic.name",
            "event.kind",
            "host.id",
            "process.name",
            "user.name"));

    private static final EventReader READER = new EventReader(
            TABLE, EventRoles.ECS, EventLimits.DEFAULT, () -> Instant.parse("2026-12-31T00:00:00Z"), () -> 0);

    private final Alert alert = SampleAlert.expected("event").alert();

    @Test
    void rulesSeeTheFieldsOfTheEventAndOfTheAlert() {
        Event event = read(alert);
        assertThat(values(event, "process.name")).containsExactly("nc");
        assertThat(values(event, "event.kind")).containsExactly("signal");
        assertThat(values(event, "kibana.alert.severity")).containsExactly("critical");
        assertThat(values(event, "kibana.alert.rule.name")).containsExactly("exec");
        assertThat(values(event, "kibana.alert.rule.threat.tactic.name"))
                .containsExactly("Execution", "Command and Control");
        assertThat(values(event, "kibana.alert.original_event.id")).containsExactly("e1");
    }

    @Test
    void rulesThatAreOlderThanKibanasNamesSeeTheOldOnes() {
        Event event = read(alert);
        assertThat(values(event, "signal.rule.name")).containsExactly("exec");
        assertThat(values(event, "signal.rule.severity")).containsExactly("critical");
        assertThat(values(event, "signal.rule.risk_score")).containsExactly(90L);
        assertThat(values(event, "signal.rule.tags")).containsExactly("OS: Linux", "Demo");
        assertThat(values(event, "signal.rule.threat.tactic.name")).containsExactly("Execution", "Command and Control");
    }

    @Test
    void anAlertHappensWhenItsEventsDid() {
        assertThat(read(alert).timestamp())
                .isEqualTo(Instant.parse("2026-01-15T09:30:00.5Z").toEpochMilli() * 1_000_000);
    }

    /** Its event has an id and a data stream of its own. */
    @Test
    void anAlertHasTheIdAndTheIndexOfAlerts() {
        Event event = read(alert);
        assertThat(event.stored().id()).isEqualTo(SampleAlert.ID);
        assertThat(event.index()).isEqualTo(AlertIndex.NAME);
    }

    /** Else the alert would be taken for a search hit, and what is in it for the document. */
    @Test
    void anEventThatLooksLikeASearchHitIsNone() {
        Alert odd = SampleAlert.ofRule("")
                .event(
                        null,
                        "1",
                        "{\"host\": {\"id\": \"h\"}, \"_source\": {\"host\": {\"id\": \"x\"}}, \"_id\": \"other\"}")
                .alert();
        assertThat(values(read(odd), "host.id")).containsExactly("h");
        assertThat(values(read(odd), "event.kind")).containsExactly("signal");
        assertThat(read(odd).stored().id()).isEqualTo(SampleAlert.ID);
    }

    @Test
    void aSequenceIsOneEventWithWhatItsEventsShare() {
        Event event = read(SampleAlert.expected("missing").alert());
        assertThat(values(event, "host.id")).containsExactly("h1");
        assertThat(values(event, "user.name")).isEmpty();
        assertThat(values(event, "kibana.alert.depth")).containsExactly(1L);
        assertThat(values(event, "kibana.alert.ancestors.id")).containsExactly("f1", "n1");
    }

    @Test
    void whatAnAlertSaidOfItselfIsNotSaidOfOneOnIt() {
        String source = new String(AlertEventDocument.of(alert), StandardCharsets.UTF_8);
        Alert second = SampleAlert.ofRule("")
                .event(AlertIndex.NAME, alert.id(), source)
                .deep(2)
                .alert();
        Event event = read(second);
        assertThat(values(event, "kibana.alert.rule.name")).containsExactly("Sample");
        assertThat(values(event, "signal.rule.name")).containsExactly("Sample");
        assertThat(values(event, "kibana.alert.depth")).containsExactly(2L);
        assertThat(values(event, "process.name")).containsExactly("nc");
    }

    private static Event read(Alert alert) {
        try {
            return READER.read(AlertEventDocument.of(alert), new Envelope(AlertIndex.NAME, alert.id()));
        } catch (EventRejected rejected) {
            throw new AssertionError("an alert must be readable as an event", rejected);
        }
    }

    private static List<Object> values(Event event, String field) {
        int slot = TABLE.slot(field);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < event.count(slot); i++) {
            values.add(event.value(slot, i));
        }
        return values;
    }
}
