package io.eqlair.format;

import static io.eqlair.format.DocumentWriter.texts;

import io.eqlair.alert.Alert;
import io.eqlair.rule.Rule;
import tools.jackson.databind.node.ObjectNode;

/**
 * An alert as rules on alerts see it: as Kibana keeps it, one document even for a sequence, and besides below {@code signal.rule}
 * what stood there in the first versions of Kibana, as rules of the field still ask for it.
 *
 * <p>Its time is that of the events it is about, so that sequences of alerts go by what happened. Who it is and where it belongs is
 * not in the document: an event's own {@code event.id} and {@code data_stream.*} are still there, and the sender's envelope, which
 * has the id of the alert and the index of alerts, wins over them.
 */
public final class AlertEventDocument {

    private AlertEventDocument() {}

    /** The document, in UTF-8. */
    public static byte[] of(Alert alert) {
        ObjectNode document = KibanaDocuments.asEvent(AlertTrees.of(alert));
        document.set("signal", signal(alert));
        return DocumentWriter.write(document).utf8();
    }

    /** The severity and the risk score are those of the alert, which its rule may take from events. */
    private static ObjectNode signal(Alert alert) {
        Rule definition = alert.definition().rule();
        ObjectNode signal = DocumentWriter.object();
        signal.put("status", alert.triage().status().text());
        signal.put("reason", alert.reason());
        signal.put("depth", alert.depth());
        ObjectNode rule = signal.putObject("rule");
        rule.put("id", alert.rule().id());
        rule.put("rule_id", alert.rule().id());
        rule.put("name", alert.rule().name());
        rule.put("type", alert.rule().type());
        rule.put("description", definition.text().description());
        rule.put("severity", alert.rule().severity());
        rule.put("risk_score", alert.rule().riskScore());
        rule.set("tags", texts(alert.rule().tags()));
        rule.set("references", texts(alert.rule().references()));
        rule.set("author", texts(definition.text().author()));
        rule.set("index", texts(definition.query().index()));
        rule.set("threat", DocumentWriter.tree(alert.threat()));
        DocumentWriter.say(rule, "building_block_type", definition.buildingBlockType());
        return signal;
    }
}
