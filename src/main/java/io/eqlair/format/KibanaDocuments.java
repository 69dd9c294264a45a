package io.eqlair.format;

import static io.eqlair.format.DocumentWriter.list;
import static io.eqlair.format.DocumentWriter.object;

import io.eqlair.alert.Alert;
import io.eqlair.event.AlertIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An alert as Kibana keeps it in {@code .alerts-security.alerts-default}: the fields of its event, and its own beside them. One on
 * several events is a document for each, a building block, and one for the whole, the shell, with what the events have in common.
 */
final class KibanaDocuments {

    /** What an alert says of itself, and what Elasticsearch says of every document. */
    private static final Set<String> REPLACED = Set.of("@timestamp", "_index", "_id", "_source");

    /** An event that is an alert says here what that was; this is another. */
    private static final Set<String> FAMILIES = Set.of("kibana", "signal");

    private final AlertTrees trees;
    private final Alert alert;
    private final KibanaFields fields;

    private KibanaDocuments(AlertTrees trees) {
        this.trees = trees;
        this.alert = trees.alert();
        this.fields = new KibanaFields(alert);
    }

    /** The documents, building blocks before their shell. */
    static List<ObjectNode> of(AlertTrees trees) {
        KibanaDocuments documents = new KibanaDocuments(trees);
        String detected = KibanaFields.time(trees.alert().detectedAt());
        return trees.isSequence()
                ? documents.sequence(detected)
                : List.of(document(detected, documents.alone(), trees.common()));
    }

    /** The alert as one document that happened when its events did: without building blocks, which no rule is shown. */
    static ObjectNode asEvent(AlertTrees trees) {
        KibanaDocuments documents = new KibanaDocuments(trees);
        return document(trees.alert().eventTime().toString(), documents.alone(), trees.common());
    }

    private ObjectNode alone() {
        List<ObjectNode> ancestors = new ArrayList<>();
        trees.present().forEach(read -> ancestors.addAll(KibanaAncestors.of(read)));
        return whole(ancestors, alert.depth());
    }

    private List<ObjectNode> sequence(String detected) {
        List<ObjectNode> documents = new ArrayList<>();
        List<ObjectNode> ancestors = new ArrayList<>();
        for (AlertTrees.Read read : trees.present()) {
            String id = fields.buildingBlock(read.position());
            long depth = KibanaAncestors.depth(read) + 1;
            documents.add(document(detected, buildingBlock(read, id, depth), read.tree()));
            ancestors.addAll(KibanaAncestors.of(read));
            ancestors.add(KibanaAncestors.alert(
                    id, AlertIndex.NAME, depth, alert.rule().id()));
        }
        ObjectNode shell = whole(ancestors, alert.depth() + 1);
        shell.put("kibana.alert.group.id", alert.id());
        documents.add(document(detected, shell, trees.common()));
        return documents;
    }

    private ObjectNode whole(List<ObjectNode> ancestors, long depth) {
        ObjectNode whole = fields.fields(alert.id(), depth, list(ancestors));
        whole.put(
                "kibana.alert.original_time",
                KibanaFields.time(trees.time(trees.present().getFirst())));
        fields.addOwn(whole);
        return whole;
    }

    /** The index is the event's place in the sequence, so that a gap is the place of an event that had to be missing. */
    private ObjectNode buildingBlock(AlertTrees.Read read, String id, long depth) {
        ObjectNode block = fields.fields(id, depth, list(KibanaAncestors.of(read)));
        block.put("kibana.alert.original_time", KibanaFields.time(trees.time(read)));
        block.put("kibana.alert.building_block_type", "default");
        block.put("kibana.alert.group.id", alert.id());
        block.put("kibana.alert.group.index", read.position());
        return block;
    }

    private static ObjectNode document(String timestamp, ObjectNode own, EventTree tree) {
        ObjectNode document = object().put("@timestamp", timestamp);
        document.setAll(own);
        KibanaFields.addOriginalEvent(document, tree);
        tree.root().forEachEntry((name, value) -> {
            if (!isReplaced(name)) {
                document.set(name, value);
            }
        });
        document.set("event", copy(tree, "event").put("kind", "signal"));
        if (tree.text("ecs.version") == null) {
            document.set("ecs", copy(tree, "ecs").put("version", EcsDocument.VERSION));
        }
        return document;
    }

    /** By its first step, as a name may have been left with its dots. */
    private static boolean isReplaced(String name) {
        int dot = name.indexOf('.');
        return REPLACED.contains(name) || FAMILIES.contains(dot < 0 ? name : name.substring(0, dot));
    }

    private static ObjectNode copy(EventTree tree, String name) {
        JsonNode there = tree.root().get(name);
        return there instanceof ObjectNode object ? object.deepCopy() : object();
    }
}
