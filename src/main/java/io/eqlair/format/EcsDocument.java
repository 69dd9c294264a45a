package io.eqlair.format;

import static io.eqlair.format.DocumentWriter.object;
import static io.eqlair.format.DocumentWriter.say;
import static io.eqlair.format.DocumentWriter.texts;

import io.eqlair.alert.Alert;
import io.eqlair.rule.Rule;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * An alert in the fields of the Elastic Common Schema. Its own fields stand over those of the events; what the schema has no place
 * for is below {@code eqlair.alert}: there is the whole alert in the service's own format, with the events as they came.
 */
final class EcsDocument {

    /** The version of the schema. */
    static final String VERSION = "9.4.0";

    /** The parts of an event that are not said of an alert on it: it says its own, or is kept elsewhere. */
    private static final Set<String> OWN =
            Set.of("@timestamp", "data_stream", "ecs", "event", "message", "related", "rule", "tags", "threat");

    private static final EcsSchema SCHEMA = EcsSchema.read();

    private final AlertTrees trees;
    private final Alert alert;

    private EcsDocument(AlertTrees trees) {
        this.trees = trees;
        this.alert = trees.alert();
    }

    static ObjectNode of(AlertTrees trees) {
        return new EcsDocument(trees).document();
    }

    private ObjectNode document() {
        ObjectNode document = object().put("@timestamp", alert.eventTime().toString());
        document.put("message", alert.reason());
        document.set("tags", texts(alert.rule().tags()));
        document.putObject("ecs").put("version", VERSION);
        document.set("event", event());
        document.set("rule", rule());
        say(document, "threat", EcsThreat.of(alert.threat()));
        say(document, "related", related());
        ObjectNode shared = trees.common().root().deepCopy().without(OWN);
        document.setAll(SCHEMA.fieldsOf(shared));
        document.putObject("eqlair")
                .putRawValue("alert", new RawValue(DocumentWriter.write(alert).text()));
        return document;
    }

    private ObjectNode event() {
        ObjectNode event = object().put("kind", "alert");
        say(event, "category", all("event.category"));
        say(event, "type", all("event.type"));
        say(event, "action", trees.common().text("event.action"));
        say(event, "outcome", trees.common().text("event.outcome"));
        event.put("id", alert.id());
        event.put("severity", alert.rule().riskScore());
        event.put("risk_score", alert.rule().riskScore());
        event.put("reason", alert.reason());
        event.put("created", alert.detectedAt().toString());
        event.put("start", trees.first().toString());
        event.put("end", trees.last().toString());
        event.put("dataset", "eqlair.alert");
        event.put("module", "eqlair");
        event.put("provider", "eqlair");
        return event;
    }

    /** The different values in all events. */
    private Collection<String> all(String field) {
        Set<String> values = new LinkedHashSet<>();
        trees.present().forEach(read -> values.addAll(read.tree().texts(field)));
        return values;
    }

    private ObjectNode rule() {
        Rule definition = alert.definition().rule();
        ObjectNode rule = object();
        rule.put("id", alert.rule().id());
        rule.put("uuid", alert.rule().id());
        rule.put("name", alert.rule().name());
        say(rule, "description", definition.text().description());
        say(rule, "author", definition.text().author());
        say(rule, "license", definition.text().license());
        rule.put("category", alert.rule().type());
        say(rule, "reference", alert.rule().references().stream().findFirst().orElse(null));
        rule.put("ruleset", "eqlair");
        rule.put("version", version());
        return rule;
    }

    /** What the file calls its version; the hash of its content where it calls it nothing. */
    private String version() {
        Object said = AlertTrees.inFile(alert, "version");
        return said == null ? alert.rule().contentHash() : said.toString();
    }

    private ObjectNode related() {
        EcsRelated related = new EcsRelated();
        trees.present().forEach(read -> related.add(read.tree()));
        return related.fields();
    }
}
