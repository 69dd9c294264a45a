package io.eqlair.format;

import static io.eqlair.format.DocumentWriter.list;
import static io.eqlair.format.DocumentWriter.object;
import static io.eqlair.format.DocumentWriter.say;
import static io.eqlair.format.DocumentWriter.texts;
import static io.eqlair.format.DocumentWriter.tree;

import io.eqlair.alert.Alert;
import io.eqlair.rule.AlertSuppression;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleNeeds.RelatedIntegration;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rule of an alert, as Kibana keeps it with the alert: its keys in snake_case, by themselves below {@code kibana.alert.rule},
 * and together as its parameters.
 */
final class KibanaRule {

    private static final int FIRST_VERSION = 1;

    private final Alert alert;
    private final Rule rule;

    KibanaRule(Alert alert) {
        this.alert = alert;
        this.rule = alert.definition().rule();
    }

    /** What is below {@code kibana.alert.rule}. There is no scheduler here: each alert counts as an execution of its own. */
    ObjectNode fields() {
        ObjectNode fields = object();
        fields.put("category", "Event Correlation Rule");
        fields.put("consumer", "siem");
        fields.put("producer", "siem");
        fields.put("rule_type_id", "siem.eqlRule");
        fields.put(
                "execution.uuid",
                UUID.nameUUIDFromBytes(alert.id().getBytes(StandardCharsets.UTF_8))
                        .toString());
        fields.put("execution.timestamp", KibanaFields.time(alert.detectedAt()));
        fields.put("uuid", rule.id().value());
        fields.put("name", alert.rule().name());
        fields.put("enabled", rule.enabled());
        fields.put("revision", 0);
        fields.set("tags", texts(rule.text().tags()));
        fields.put("interval", rule.schedule().interval());
        fields.set("indices", texts(rule.query().index()));
        common(fields);
        fields.set("parameters", parameters());
        return fields;
    }

    /** What Kibana keeps twice. */
    private void common(ObjectNode fields) {
        fields.put("rule_id", rule.id().value());
        fields.put("type", Rule.TYPE);
        fields.put("description", rule.text().description());
        fields.put("severity", rule.severity().text());
        fields.put("risk_score", rule.riskScore());
        fields.set("severity_mapping", severityMapping());
        fields.set("risk_score_mapping", riskScoreMapping());
        say(fields, "rule_name_override", rule.overrides().ruleName());
        fields.set("author", texts(rule.text().author()));
        say(fields, "license", rule.text().license());
        fields.set("false_positives", texts(rule.text().falsePositives()));
        fields.set("references", texts(rule.text().references()));
        fields.set("threat", threat());
        say(fields, "note", rule.text().note());
        fields.put("from", rule.schedule().from());
        fields.put("to", rule.schedule().to());
        fields.put("max_signals", rule.schedule().maxSignals());
        fields.put(
                "version",
                AlertTrees.inFile(alert, "version") instanceof Number version ? version.longValue() : FIRST_VERSION);
        fields.put("immutable", AlertTrees.inFile(alert, "immutable") instanceof Boolean immutable && immutable);
        fields.set("exceptions_list", tree(rule.triage().exceptionLists()));
        say(fields, "building_block_type", rule.buildingBlockType());
        say(fields, "timestamp_override", rule.query().timestampOverride());
        say(fields, "timeline_id", rule.triage().timelineId());
        say(fields, "timeline_title", rule.triage().timelineTitle());
    }

    private ObjectNode parameters() {
        ObjectNode parameters = object();
        common(parameters);
        parameters.put("language", Rule.TYPE);
        parameters.put("query", rule.query().text());
        parameters.set("index", texts(rule.query().index()));
        say(parameters, "event_category_override", rule.query().eventCategoryOverride());
        say(parameters, "timestamp_field", rule.query().timestampField());
        say(parameters, "tiebreaker_field", rule.query().tiebreakerField());
        parameters.put("setup", rule.text().setup());
        parameters.set(
                "related_integrations",
                list(rule.needs().relatedIntegrations().stream()
                        .map(KibanaRule::integration)
                        .toList()));
        parameters.set("required_fields", tree(rule.needs().requiredFields()));
        if (!rule.triage().investigationFields().isEmpty()) {
            parameters
                    .putObject("investigation_fields")
                    .set("field_names", texts(rule.triage().investigationFields()));
        }
        say(parameters, "alert_suppression", suppression(rule.suppression()));
        return parameters;
    }

    private static ObjectNode integration(RelatedIntegration integration) {
        ObjectNode said = object();
        said.put("package", integration.packageName());
        say(said, "version", integration.version());
        say(said, "integration", integration.integration());
        return said;
    }

    private static ObjectNode suppression(@Nullable AlertSuppression suppression) {
        ObjectNode said = object();
        if (suppression != null) {
            say(said, "group_by", suppression.groupBy());
            say(said, "group_by_v2", suppression.groupByV2());
            say(said, "duration", suppression.duration());
            say(said, "missing_fields_strategy", suppression.missingFieldsStrategy());
        }
        return said;
    }

    private ArrayNode severityMapping() {
        return list(rule.overrides().severity().stream()
                .map(mapping -> mapping(mapping.field(), mapping.value())
                        .put("severity", mapping.severity().text()))
                .toList());
    }

    private ArrayNode riskScoreMapping() {
        return list(rule.overrides().riskScore().stream()
                .map(mapping -> {
                    ObjectNode said = mapping(mapping.field(), mapping.value());
                    say(said, "risk_score", mapping.riskScore());
                    return said;
                })
                .toList());
    }

    private static ObjectNode mapping(String field, String value) {
        return object().put("field", field).put("operator", "equals").put("value", value);
    }

    /** The names are Kibana's already. */
    JsonNode threat() {
        return tree(alert.threat());
    }
}
