package io.eqlair.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.alert.Alert;
import io.eqlair.alert.RawJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every document of a format, whatever the alert. */
class FormatPropertyTest {

    private static final int ALERTS = 1_500;

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Finds names that stand in an object twice: only sources that are written as they came may have such. */
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private static final List<String> KIBANA = List.of(
            "@timestamp",
            "kibana.alert.uuid",
            "kibana.alert.status",
            "kibana.alert.workflow_status",
            "kibana.alert.reason",
            "kibana.alert.severity",
            "kibana.alert.risk_score",
            "kibana.alert.depth",
            "kibana.alert.ancestors",
            "kibana.alert.original_time",
            "kibana.alert.start",
            "kibana.alert.rule.name",
            "kibana.alert.rule.uuid",
            "kibana.alert.rule.rule_id",
            "kibana.alert.rule.rule_type_id",
            "kibana.alert.rule.category",
            "kibana.alert.rule.consumer",
            "kibana.alert.rule.producer",
            "kibana.alert.rule.parameters",
            "kibana.alert.rule.execution.uuid",
            "kibana.alert.rule.threat",
            "kibana.space_ids",
            "kibana.version",
            "event",
            "ecs");

    @Test
    void ourOwnFormatHasTheSourcesAsTheyCame() {
        forAll(alert -> {
            String text =
                    AlertDocuments.of(alert, AlertFormat.NATIVE).getFirst().text();
            assertThat(JSON.readTree(text).path("id").asString()).isEqualTo(alert.id());
            alert.events()
                    .forEach(event -> assertThat(text).contains(event.source().text()));
        });
    }

    @Test
    void everyDocumentOfKibanaHasWhatKibanaNeeds() {
        forAll(alert -> {
            List<JsonNode> documents = documents(alert, AlertFormat.KIBANA);
            long present =
                    alert.events().stream().filter(event -> !event.missing()).count();
            assertThat(documents).hasSize(alert.events().size() == 1 ? 1 : (int) present + 1);
            documents.forEach(FormatPropertyTest::checkKibana);
            assertThat(documents.getLast().path("kibana.alert.uuid").asString()).isEqualTo(alert.id());
            assertThat(documents.stream().map(document -> document.path("kibana.alert.uuid")))
                    .doesNotHaveDuplicates();
        });
    }

    private static void checkKibana(JsonNode document) {
        assertThat(document.propertyNames()).containsAll(KIBANA).doesNotContain("kibana", "signal", "_id", "_source");
        assertThat(document.path("event").path("kind").asString()).isEqualTo("signal");
        assertThat(document.path("ecs").path("version").isMissingNode()).isFalse();
        for (JsonNode ancestor : document.path("kibana.alert.ancestors").values()) {
            assertThat(ancestor.isObject()).isTrue();
        }
    }

    @Test
    void everyFieldOfEcsIsInTheSchema() throws IOException {
        Set<String> names = Files.readAllLines(Path.of("src/main/resources/ecs/fields.txt")).stream()
                .collect(Collectors.toSet());
        forAll(alert -> {
            JsonNode document = documents(alert, AlertFormat.ECS).getFirst();
            List<String> unknown = new ArrayList<>();
            unknown("", document, names, unknown);
            assertThat(unknown).isEmpty();
            assertThat(document.propertyNames()).contains("@timestamp", "ecs", "event", "message", "rule", "tags");
            assertThat(document.path("eqlair").path("alert").path("id").asString())
                    .isEqualTo(alert.id());
        });
    }

    private static void unknown(String path, JsonNode node, Set<String> names, List<String> unknown) {
        if (node.isArray()) {
            node.values().forEach(each -> unknown(path, each, names, unknown));
        } else if (node.isObject()) {
            node.forEachEntry((name, value) -> {
                String inner = path.isEmpty() ? name : path + "." + name;
                boolean open = inner.equals("eqlair") || names.contains(inner + ".*") || inner.endsWith("geo.location");
                if (!open) {
                    unknown(inner, value, names, unknown);
                }
            });
        } else if (!names.contains(path)) {
            unknown.add(path);
        }
    }

    @Test
    void everyFindingIsAsTheSchemaOfOcsfWantsIt() {
        forAll(alert -> {
            JsonNode finding = documents(alert, AlertFormat.OCSF).getFirst();
            assertThat(OcsfSchema.faults(finding)).isEmpty();
            assertThat(finding.path("type_uid").asInt())
                    .isEqualTo(200_400 + finding.path("activity_id").asInt());
            assertThat(finding.path("time").isIntegralNumber()).isTrue();
            assertThat(finding.path("start_time").asLong())
                    .isLessThanOrEqualTo(finding.path("end_time").asLong());
        });
    }

    @Test
    void anAlertAsAnEventIsOneDocument() {
        forAll(alert -> {
            JsonNode document = STRICT.readTree(AlertEventDocument.of(alert));
            assertThat(document.path("signal").path("rule").path("name").asString())
                    .isEqualTo(alert.rule().name());
            assertThat(document.path("kibana.alert.depth").asInt()).isEqualTo(alert.depth());
            assertThat(document.path("@timestamp").asString())
                    .isEqualTo(alert.eventTime().toString());
        });
    }

    /** Says which alert it was. */
    private static void forAll(Consumer<Alert> property) {
        RandomAlert alerts = new RandomAlert(new Random(20260115));
        for (int i = 0; i < ALERTS; i++) {
            Alert alert = alerts.next();
            try {
                property.accept(alert);
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError("alert " + i + " on " + alert.events(), wrong);
            }
        }
    }

    private static List<JsonNode> documents(Alert alert, AlertFormat format) {
        JsonMapper reader = format == AlertFormat.KIBANA ? STRICT : JSON;
        return AlertDocuments.of(alert, format).stream()
                .map(RawJson::text)
                .map(reader::readTree)
                .toList();
    }
}
