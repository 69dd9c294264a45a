package io.eqlair.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.alert.Alert;
import io.eqlair.alert.RawJson;
import io.eqlair.alert.Suppression;
import io.eqlair.alert.Suppression.Term;
import io.eqlair.alert.Triage;
import io.eqlair.alert.Triage.Disposition;
import io.eqlair.alert.Triage.Status;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Alerts in all formats, as the specifications have them. */
class AlertDocumentsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ObjectWriter SORTED = JsonMapper.builder()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build()
            .writerWithDefaultPrettyPrinter();
    private static final Instant LATER = Instant.parse("2026-01-16T08:00:00Z");
    private static final String BUILDING_BLOCK = "building_block_type = \"default\"";

    static Stream<String[]> kindsAndFormats() {
        return Stream.of("event", "sequence", "missing")
                .flatMap(kind -> Stream.of(AlertFormat.values()).map(format -> new String[] {kind, format.text()}));
    }

    @ParameterizedTest
    @MethodSource("kindsAndFormats")
    void anAlertIsWrittenAsItsFileSays(String kind, String format) {
        Alert alert = SampleAlert.expected(kind).alert();
        String file = SampleAlert.file(kind + "." + format + ".json")
                .replace("${content_hash}", alert.rule().contentHash())
                .replace("${version}", Build.VERSION);
        List<JsonNode> expected = List.copyOf(JSON.readTree(file).values());
        List<JsonNode> written = documents(alert, AlertFormat.parse(format).orElseThrow());
        assertThat(written).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(pretty(written.get(i))).isEqualTo(pretty(expected.get(i)));
        }
    }

    @ParameterizedTest
    @EnumSource(AlertFormat.class)
    void membersStandInTheSameOrderEveryTime(AlertFormat format) {
        Alert alert = SampleAlert.expected("sequence").alert();
        assertThat(texts(alert, format)).isEqualTo(texts(alert, format));
    }

    @Test
    void anEventKeepsItsNumbersToTheLastDigit() {
        Alert alert = sample().event(
                        null, "1", "{\"a\": 1.250, \"b\": 123456789012345678901, \"c\": 1E400, \"d\": -0.0}")
                .alert();
        assertThat(texts(alert, AlertFormat.KIBANA).getFirst())
                .contains("\"a\":1.250", "\"b\":123456789012345678901", "\"c\":1E400", "\"d\":-0.0");
    }

    @ParameterizedTest
    @EnumSource(AlertFormat.class)
    void halfACharacterStaysWhatItIs(AlertFormat format) {
        Alert alert = sample().reason("half \uD83D")
                .event(null, "1", "{\"user\": {\"name\": \"\\ud83d\"}}")
                .alert();
        assertThat(one(alert, format).findValuesAsString("name")).contains("\uD83D");
        assertThat(texts(alert, format).getFirst()).containsIgnoringCase("half \\ud83d");
    }

    @ParameterizedTest
    @EnumSource(AlertFormat.class)
    void anEventWithoutIndexAndTimeIsWritten(AlertFormat format) {
        Alert alert = sample().event(null, "1", "{}").alert();
        assertThat(documents(alert, format)).hasSize(1);
    }

    @Test
    void aBuildingBlockRuleSaysSo() {
        Alert alert = SampleAlert.ofRule(BUILDING_BLOCK).event(null, "1", "{}").alert();
        assertThat(one(alert, AlertFormat.KIBANA)
                        .path("kibana.alert.building_block_type")
                        .asString())
                .isEqualTo("default");
        assertThat(one(alert, AlertFormat.KIBANA)
                        .path("kibana.alert.rule.building_block_type")
                        .asString())
                .isEqualTo("default");
        JsonNode finding = one(alert, AlertFormat.OCSF);
        assertThat(finding.path("is_alert").asBoolean()).isFalse();
        assertThat(finding.path("unmapped").path("building_block_type").asString())
                .isEqualTo("default");
    }

    @Test
    void suppressedDetectionsAreCounted() {
        JsonNode document = one(suppressing(2), AlertFormat.KIBANA);
        assertThat(document.path("kibana.alert.suppression.terms")).isEqualTo(JSON.readTree("""
                        [{"field": "host.id", "value": ["h1"]}, {"field": "user.name", "value": null},
                         {"field": "process.args", "sequence_index": 1, "value": ["a", "b"]}]"""));
        assertThat(document.path("kibana.alert.suppression.docs_count").asInt()).isEqualTo(2);
        assertThat(document.path("kibana.alert.suppression.start").asString()).isEqualTo("2026-01-15T09:20:00.000Z");
        assertThat(document.path("kibana.alert.suppression.end").asString()).isEqualTo("2026-01-16T08:00:00.000Z");
        JsonNode finding = one(suppressing(2), AlertFormat.OCSF);
        assertThat(finding.path("count").asInt()).isEqualTo(3);
        assertThat(finding.path("activity_name").asString()).isEqualTo("Update");
        assertThat(finding.path("end_time").asLong()).isEqualTo(LATER.toEpochMilli());
        assertThat(one(suppressing(2), AlertFormat.ECS)
                        .path("event")
                        .path("end")
                        .asString())
                .isEqualTo("2026-01-16T08:00:00Z");
    }

    /** Kibana finds the alerts of a group by it. */
    @Test
    void alertsThatAreGroupedAlikeAreInstancesOfTheSame() {
        String instance = "kibana.alert.instance.id";
        assertThat(one(suppressing(0), AlertFormat.KIBANA).path(instance).asString())
                .isNotEmpty()
                .isEqualTo(
                        one(suppressing(5), AlertFormat.KIBANA).path(instance).asString());
        Alert other = sample().event(null, "1", "{}")
                .suppressing(counted(0, new Term("host.id", null, "h2")))
                .alert();
        assertThat(one(other, AlertFormat.KIBANA).path(instance).asString())
                .isNotEqualTo(
                        one(suppressing(0), AlertFormat.KIBANA).path(instance).asString());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "OPEN,         -,              Create, New,         -,              -",
                "OPEN,         TRUE_POSITIVE,  Update, New,         True Positive,  -",
                "ACKNOWLEDGED, -,              Update, In Progress, -,              -",
                "CLOSED,       -,              Close,  Resolved,    -,              -",
                "CLOSED,       TRUE_POSITIVE,  Close,  Resolved,    True Positive,  true_positive",
                "CLOSED,       FALSE_POSITIVE, Close,  Suppressed,  False Positive, false_positive",
                "CLOSED,       BENIGN,         Close,  Suppressed,  Benign,         benign_positive"
            })
    void whatPeopleMadeOfAnAlertIsTold(
            Status status, Disposition disposition, String activity, String state, String verdict, String reason) {
        Alert alert = sample().event(null, "1", "{}")
                .judged(new Triage(status, disposition, null, null, null))
                .alert();
        JsonNode finding = one(alert, AlertFormat.OCSF);
        assertThat(finding.path("activity_name").asString()).isEqualTo(activity);
        assertThat(finding.path("type_uid").asInt())
                .isEqualTo(200_400 + finding.path("activity_id").asInt());
        assertThat(finding.path("status").asString()).isEqualTo(state);
        assertThat(finding.path("verdict").asString(null)).isEqualTo(verdict);
        assertThat(finding.path("is_alert").asBoolean()).isEqualTo(status != Status.CLOSED);
        JsonNode document = one(alert, AlertFormat.KIBANA);
        assertThat(document.path("kibana.alert.workflow_status").asString()).isEqualTo(status.text());
        assertThat(document.path("kibana.alert.workflow_reason").asString(null)).isEqualTo(reason);
    }

    @Test
    void whoLooksAfterAnAlertIsTold() {
        Triage triage = new Triage(Status.ACKNOWLEDGED, null, "ann", "I look.", LATER);
        Alert alert = sample().event(null, "1", "{}").judged(triage).alert();
        JsonNode finding = one(alert, AlertFormat.OCSF);
        assertThat(finding.path("assignee").path("name").asString()).isEqualTo("ann");
        assertThat(finding.path("comment").asString()).isEqualTo("I look.");
        assertThat(finding.path("finding_info").path("modified_time").asLong()).isEqualTo(LATER.toEpochMilli());
        JsonNode document = one(alert, AlertFormat.KIBANA);
        assertThat(document.path("kibana.alert.workflow_assignee_ids").get(0).asString())
                .isEqualTo("ann");
        assertThat(document.path("kibana.alert.workflow_status_updated_at").asString())
                .isEqualTo("2026-01-16T08:00:00.000Z");
    }

    /** What is written of the first alert is what the second one is about. */
    @Test
    void anAlertOnAnAlertHasThatAndItsEventForAncestors() {
        Alert first = SampleAlert.expected("event").alert();
        String source = new String(AlertEventDocument.of(first), StandardCharsets.UTF_8);
        Alert second =
                sample().event(SampleAlert.ALERTS, first.id(), source).deep(2).alert();
        JsonNode document = one(second, AlertFormat.KIBANA);
        assertThat(document.path("kibana.alert.depth").asInt()).isEqualTo(2);
        assertThat(document.path("kibana.alert.ancestors")).isEqualTo(JSON.readTree("""
                [{"id": "e1", "type": "event", "index": "logs-endpoint.events.process-default", "depth": 0},
                 {"id": "%s", "type": "signal", "index": "%s", "depth": 1, "rule": "%s"}]""".formatted(
                        first.id(), SampleAlert.ALERTS, first.rule().id())));
        assertThat(document.path("kibana.alert.rule.uuid").asString())
                .isEqualTo(second.rule().id());
        assertThat(document.path("kibana.alert.original_event.kind").asString()).isEqualTo("signal");
        assertThat(document.has("kibana") || document.has("signal")).isFalse();
        assertThat(document.path("process").path("name").asString()).isEqualTo("nc");
    }

    @Test
    void techniquesOfOtherCataloguesAreNotTakenForAttack() {
        Alert alert = SampleAlert.ofRule("""
                [[rule.threat]]
                framework = "MITRE ATLAS"
                [rule.threat.tactic]
                id = "AML.TA0000"
                name = "Access"
                """).event(null, "1", "{}").alert();
        JsonNode finding = one(alert, AlertFormat.OCSF);
        assertThat(finding.path("finding_info").has("attacks")).isFalse();
        assertThat(finding.path("unmapped")
                        .path("threat")
                        .get(0)
                        .path("framework")
                        .asString())
                .isEqualTo("MITRE ATLAS");
    }

    private static Alert suppressing(long count) {
        return sample().event(null, "1", "{}")
                .suppressing(counted(
                        count,
                        new Term("host.id", null, "h1"),
                        new Term("user.name", null, null),
                        new Term("process.args", 1, List.of("a", "b"))))
                .alert();
    }

    private static Suppression counted(long count, Term... terms) {
        return new Suppression(List.of(terms), count, Instant.parse("2026-01-15T09:20:00Z"), LATER);
    }

    private static SampleAlert sample() {
        return SampleAlert.ofRule("");
    }

    /** With members by name, so that a difference can be read. */
    private static String pretty(JsonNode node) {
        return SORTED.writeValueAsString(node);
    }

    private static JsonNode one(Alert alert, AlertFormat format) {
        List<JsonNode> documents = documents(alert, format);
        assertThat(documents).hasSize(1);
        return documents.getFirst();
    }

    private static List<JsonNode> documents(Alert alert, AlertFormat format) {
        return texts(alert, format).stream().map(JSON::readTree).toList();
    }

    private static List<String> texts(Alert alert, AlertFormat format) {
        return AlertDocuments.of(alert, format).stream().map(RawJson::text).toList();
    }
}
