package io.eqlair.format;

import static io.eqlair.format.DocumentWriter.object;
import static io.eqlair.format.DocumentWriter.say;

import io.eqlair.event.AlertIndex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where an alert comes from: the document that it is about, behind those which that comes from itself, if it is an alert.
 *
 * <pre>
 * an alert on e1      [{id: e1, type: event, index: logs-x, depth: 0}]
 * one on that alert   [{id: e1, …, depth: 0}, {id: 5c1e…, type: signal, index: .alerts-security.…, depth: 1, rule: adb9…}]
 * </pre>
 */
final class KibanaAncestors {

    private static final String ANCESTORS = "kibana.alert.ancestors";
    private static final String DEPTH = "kibana.alert.depth";
    private static final String RULE = "kibana.alert.rule.uuid";

    private KibanaAncestors() {}

    /** The ancestors of an alert on a document, the farthest first. */
    static List<ObjectNode> of(AlertTrees.Read read) {
        List<ObjectNode> ancestors = new ArrayList<>();
        if (isAlert(read)) {
            for (JsonNode ancestor : read.tree().values(ANCESTORS)) {
                if (ancestor instanceof ObjectNode object) {
                    ancestors.add(object);
                }
            }
        }
        ancestors.add(parent(read));
        return ancestors;
    }

    private static ObjectNode parent(AlertTrees.Read read) {
        return isAlert(read)
                ? alert(
                        read.event().id(),
                        read.event().index(),
                        depth(read),
                        read.tree().text(RULE))
                : entry(read.event().id(), "event", read.event().index(), 0);
    }

    /** The entry for an alert, or the building block of one. */
    static ObjectNode alert(String id, @Nullable String index, long depth, @Nullable String rule) {
        ObjectNode entry = entry(id, "signal", index, depth);
        say(entry, "rule", rule);
        return entry;
    }

    /** Kibana knows no document without an index: such a one has an empty name there. */
    private static ObjectNode entry(String id, String type, @Nullable String index, long depth) {
        return object().put("id", id)
                .put("type", type)
                .put("index", index == null ? "" : index)
                .put("depth", depth);
    }

    /** How many alerts stand on each other in a document. */
    static long depth(AlertTrees.Read read) {
        Long said = read.tree().number(DEPTH);
        return !isAlert(read) ? 0 : said == null ? 1 : said;
    }

    private static boolean isAlert(AlertTrees.Read read) {
        return AlertIndex.isOfAlerts(read.event().index());
    }
}
