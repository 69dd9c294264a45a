package io.eqlair.format;

import static io.eqlair.format.DocumentWriter.object;
import static io.eqlair.format.DocumentWriter.say;
import static io.eqlair.format.DocumentWriter.texts;

import io.eqlair.alert.Alert;
import io.eqlair.alert.Suppression;
import io.eqlair.alert.Suppression.Term;
import io.eqlair.alert.Triage;
import io.eqlair.rule.Sha256;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What stands below {@code kibana} in each document of an alert: names with dots, side by side. */
final class KibanaFields {

    /** Times of Kibana are exact to the millisecond. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The version of Kibana whose form this is. */
    private static final String VERSION = "9.1.0";

    private static final String SPACE = "default";
    private static final int ID_DIGITS = 32;

    private final Alert alert;

    KibanaFields(Alert alert) {
        this.alert = alert;
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /**
     * The fields that every document of the alert has.
     *
     * @param uuid of the document
     * @param depth one more than that of its deepest ancestor
     */
    ObjectNode fields(String uuid, long depth, ArrayNode ancestors) {
        ObjectNode fields = object();
        fields.put("kibana.alert.uuid", uuid);
        fields.put("kibana.alert.status", "active");
        workflow(fields);
        fields.put("kibana.alert.reason", alert.reason());
        fields.put("kibana.alert.severity", alert.rule().severity());
        fields.put("kibana.alert.risk_score", alert.rule().riskScore());
        fields.put("kibana.alert.depth", depth);
        fields.set("kibana.alert.ancestors", ancestors);
        fields.put("kibana.alert.start", time(alert.detectedAt()));
        fields.put("kibana.alert.last_detected", time(alert.detectedAt()));
        new KibanaRule(alert).fields().forEachEntry((name, value) -> fields.set("kibana.alert.rule." + name, value));
        fields.set("kibana.space_ids", texts(List.of(SPACE)));
        fields.put("kibana.version", VERSION);
        return fields;
    }

    private void workflow(ObjectNode fields) {
        Triage triage = alert.triage();
        fields.put("kibana.alert.workflow_status", triage.status().text());
        fields.set("kibana.alert.workflow_tags", texts(List.of()));
        fields.set(
                "kibana.alert.workflow_assignee_ids",
                texts(triage.assignee() == null ? List.of() : List.of(triage.assignee())));
        say(fields, "kibana.alert.workflow_reason", closingReason(triage));
        if (triage.updatedAt() != null) {
            fields.put("kibana.alert.workflow_status_updated_at", time(triage.updatedAt()));
        }
    }

    private static @Nullable String closingReason(Triage triage) {
        Triage.Disposition disposition = triage.status() == Triage.Status.CLOSED ? triage.disposition() : null;
        return switch (disposition) {
            case TRUE_POSITIVE -> "true_positive";
            case FALSE_POSITIVE -> "false_positive";
            case BENIGN -> "benign_positive";
            case null -> null;
        };
    }

    /** The fields of the alert itself, which building blocks do not have. */
    void addOwn(ObjectNode fields) {
        String buildingBlock = alert.definition().rule().buildingBlockType();
        say(fields, "kibana.alert.building_block_type", buildingBlock);
        Suppression suppression = alert.suppression();
        if (suppression != null) {
            fields.put("kibana.alert.instance.id", instance(suppression));
            fields.set("kibana.alert.suppression.terms", terms(suppression));
            fields.put("kibana.alert.suppression.start", time(suppression.first()));
            fields.put("kibana.alert.suppression.end", time(suppression.last()));
            fields.put("kibana.alert.suppression.docs_count", suppression.count());
        }
    }

    /** The same for all alerts of a rule that are grouped by the same values. */
    private String instance(Suppression suppression) {
        return Sha256.hex(alert.rule().id() + terms(suppression));
    }

    /** The values are lists, as Kibana has them, and null where the field is absent. */
    private static ArrayNode terms(Suppression suppression) {
        ArrayNode terms = JsonNodeFactory.instance.arrayNode();
        for (Term term : suppression.terms()) {
            ObjectNode said = terms.addObject().put("field", term.field());
            say(said, "sequence_index", term.sequenceIndex());
            said.set(
                    "value",
                    DocumentWriter.tree(
                            term.value() == null || term.value() instanceof List<?>
                                    ? term.value()
                                    : List.of(term.value())));
        }
        return terms;
    }

    /** The fields below {@code event} that the source has, as their originals: those of the alert are others. */
    static void addOriginalEvent(ObjectNode fields, EventTree tree) {
        if (tree.root().get("event") instanceof ObjectNode event) {
            flatten("kibana.alert.original_event", event, fields);
        }
    }

    private static void flatten(String prefix, ObjectNode object, ObjectNode into) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = prefix + "." + member.getKey();
            if (member.getValue() instanceof ObjectNode child && !child.isEmpty()) {
                flatten(name, child, into);
            } else {
                into.set(name, member.getValue());
            }
        }
    }

    /** The id of the building block for one of the alert's events: the same whenever the alert is written. */
    String buildingBlock(int position) {
        return Sha256.hex(alert.id() + "/" + position).substring(0, ID_DIGITS);
    }
}
