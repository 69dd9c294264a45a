package io.eqlair.format;

import static io.eqlair.format.DocumentWriter.list;
import static io.eqlair.format.DocumentWriter.object;
import static io.eqlair.format.DocumentWriter.say;
import static io.eqlair.format.DocumentWriter.texts;

import io.eqlair.alert.Alert;
import io.eqlair.alert.Alert.AlertEvent;
import io.eqlair.rule.Rule;
import io.eqlair.rule.Severity;
import io.eqlair.rule.Threat.Tactic;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An alert as OCSF's class Detection Finding. What the schema does not have is below {@code unmapped}, and the events themselves are
 * the {@code data} of the evidence.
 */
final class OcsfFinding {

    /** The version of the schema: nothing is written that later ones have done away with. */
    private static final String VERSION = "1.5.0";

    private static final int CATEGORY = 2;
    private static final int CLASS = 2004;
    private static final String CLASS_NAME = "Detection Finding";
    private static final int TYPES_PER_CLASS = 100;
    private static final int RULE = 1;

    private final AlertTrees trees;
    private final Alert alert;
    private final OcsfState state;

    private OcsfFinding(AlertTrees trees) {
        this.trees = trees;
        this.alert = trees.alert();
        this.state = new OcsfState(alert);
    }

    static ObjectNode of(AlertTrees trees) {
        return new OcsfFinding(trees).finding();
    }

    private ObjectNode finding() {
        ObjectNode finding = object();
        classify(finding);
        finding.put("time", alert.eventTime().toEpochMilli());
        finding.put("start_time", trees.first().toEpochMilli());
        finding.put("end_time", trees.last().toEpochMilli());
        finding.put(
                "count", alert.suppression() == null ? 1 : alert.suppression().count() + 1);
        finding.put("message", alert.reason());
        grade(finding);
        state.addTo(finding);
        finding.set("metadata", metadata());
        finding.set("finding_info", information());
        say(finding, "device", OcsfObjects.device(trees.common()));
        finding.set("evidences", evidences());
        finding.set("unmapped", unmapped());
        return finding;
    }

    private void classify(ObjectNode finding) {
        OcsfState.Choice activity = state.activity();
        finding.put("activity_id", activity.id());
        finding.put("activity_name", activity.caption());
        finding.put("category_uid", CATEGORY);
        finding.put("category_name", "Findings");
        finding.put("class_uid", CLASS);
        finding.put("class_name", CLASS_NAME);
        finding.put("type_uid", CLASS * TYPES_PER_CLASS + activity.id());
        finding.put("type_name", CLASS_NAME + ": " + activity.caption());
    }

    /** Of OCSF's severities the first is Informational, of its risk levels Info is 0. */
    private void grade(ObjectNode finding) {
        Severity severity = Severity.parse(alert.rule().severity()).orElse(Severity.LOW);
        String caption = OcsfState.caption(severity.text());
        finding.put("severity_id", severity.level() + 1);
        finding.put("severity", caption);
        finding.put("risk_score", alert.rule().riskScore());
        finding.put("risk_level_id", severity.level());
        finding.put("risk_level", caption);
    }

    private ObjectNode metadata() {
        ObjectNode metadata = object().put("version", VERSION);
        ObjectNode product = metadata.putObject("product");
        product.put("name", "Eqlair");
        product.put("vendor_name", "Eqlair");
        say(product, "version", Build.VERSION);
        metadata.set("profiles", texts(List.of("incident")));
        metadata.put("uid", alert.id());
        metadata.put("correlation_uid", alert.id());
        metadata.put("logged_time", alert.detectedAt().toEpochMilli());
        metadata.put("original_time", alert.eventTime().toString());
        return metadata;
    }

    private ObjectNode information() {
        Rule rule = alert.definition().rule();
        ObjectNode information = object();
        information.put("uid", alert.id());
        information.put("title", alert.rule().name());
        say(information, "desc", rule.text().description());
        say(information, "types", tactics());
        information.put("created_time", alert.detectedAt().toEpochMilli());
        if (alert.triage().updatedAt() != null) {
            information.put("modified_time", alert.triage().updatedAt().toEpochMilli());
        }
        information.put("first_seen_time", trees.first().toEpochMilli());
        information.put("last_seen_time", trees.last().toEpochMilli());
        information.set("analytic", analytic(rule));
        say(information, "attacks", OcsfAttacks.of(alert.threat()));
        say(information, "data_sources", indices());
        information.set("related_events", relatedEvents());
        information.put("related_events_count", trees.present().size());
        return information;
    }

    private static ObjectNode analytic(Rule rule) {
        ObjectNode analytic = object();
        analytic.put("type_id", RULE);
        analytic.put("type", "Rule");
        analytic.put("name", rule.name());
        analytic.put("uid", rule.id().value());
        analytic.put("version", rule.contentHash());
        analytic.put("category", Rule.TYPE);
        say(analytic, "desc", rule.text().description());
        return analytic;
    }

    private List<String> tactics() {
        return alert.threat().stream()
                .flatMap(threat -> Stream.ofNullable(threat.tactic()))
                .map(Tactic::name)
                .distinct()
                .toList();
    }

    private List<String> indices() {
        return alert.events().stream()
                .map(AlertEvent::index)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private ArrayNode relatedEvents() {
        return list(trees.present().stream()
                .map(read -> object().put("uid", read.event().id()))
                .toList());
    }

    private ArrayNode evidences() {
        return list(trees.present().stream().map(OcsfEvidence::of).toList());
    }

    private ObjectNode unmapped() {
        ObjectNode unmapped = object();
        say(unmapped, "tags", alert.rule().tags());
        say(unmapped, "references", alert.rule().references());
        say(unmapped, "threat", OcsfAttacks.others(alert.threat()));
        say(unmapped, "join_keys", alert.joinKeys());
        say(unmapped, "missing_events", missing());
        say(unmapped, "matched", alert.matched());
        say(
                unmapped,
                "suppressed_by",
                alert.suppression() == null ? null : alert.suppression().terms());
        say(unmapped, "building_block_type", alert.definition().rule().buildingBlockType());
        unmapped.put("depth", alert.depth());
        return unmapped;
    }

    /** The places in the sequence, from 0, of events that had to be missing. */
    private ArrayNode missing() {
        ArrayNode missing = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < alert.events().size(); i++) {
            if (alert.events().get(i).missing()) {
                missing.add(i);
            }
        }
        return missing;
    }
}
