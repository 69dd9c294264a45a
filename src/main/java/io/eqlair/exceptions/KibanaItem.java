package io.eqlair.exceptions;

import io.eqlair.exceptions.ExceptionItem.Origin;
import io.eqlair.problem.Problem;
import io.eqlair.repository.DocumentFolder;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An item of an exception list as Kibana exports it, said in our form. What cannot be said is a finding.
 *
 * <pre>
 * {"item_id":"x","list_id":"l","entries":[{"field":"process.name","operator":"excluded","type":"match","value":"nc"}], …}
 * {"lists":["l"],"entries":[{"field":"process.name","operator":"is_not","value":"nc"}], …}
 * </pre>
 */
final class KibanaItem {

    private static final Set<String> SAID =
            Set.of("item_id", "list_id", "name", "description", "comments", "entries", "os_types", "expire_time");

    /** Kibana's own records of the item, which say nothing of what it excepts. */
    private static final Set<String> RECORDS = Set.of(
            "id",
            "_version",
            "type",
            "tie_breaker_id",
            "namespace_type",
            "created_at",
            "created_by",
            "updated_at",
            "updated_by",
            "meta");

    private final JsonNode item;
    private final JsonNotes notes = new JsonNotes(ExceptionLimits.DEFAULT);

    KibanaItem(JsonNode item) {
        this.item = item;
    }

    /** Its id here: its own where that can be the name of a file, else one that is made of it. */
    String id() {
        String own = item.path("item_id").asString(item.path("id").asString(""));
        return DocumentFolder.isId(own)
                ? own
                : "kibana-" + Sha256.hex(own.isEmpty() ? item.toString() : own).substring(0, 32);
    }

    String listId() {
        return item.path("list_id").asString("");
    }

    /** What kept it from being said; to be asked afterwards. */
    List<ExceptionFinding> findings() {
        return notes.findings();
    }

    /** Members that have no effect here. */
    List<ExceptionFinding> ignored() {
        Set<String> unknown = new TreeSet<>();
        for (String name : item.propertyNames()) {
            boolean empty = item.get(name).isNull()
                    || (item.get(name).isArray() && item.get(name).isEmpty());
            if (!SAID.contains(name) && !RECORDS.contains(name) && !empty) {
                unknown.add(name);
            }
        }
        return unknown.isEmpty()
                ? List.of()
                : List.of(ExceptionFinding.of(
                        "", Problem.IMPORT_MEMBER_IGNORED, "`" + String.join("`, `", unknown) + "`"));
    }

    /**
     * The same in our form.
     *
     * @param scope for which rules it is where no rule names its list
     * @param named whether a rule names its list
     */
    ObjectNode said(ImportScope scope, boolean named) {
        ObjectNode said = ExceptionReader.JSON.createObjectNode();
        said.put("name", item.path("name").asString(item.path("item_id").asString("")));
        said.put("comment", comment());
        said.put("origin", Origin.KIBANA.text());
        copy("os_types", "os_types", said);
        copy("expire_time", "expires_at", said);
        scope(said, scope, named);
        ArrayNode entries = said.putArray("entries");
        entries("entries", item.path("entries"), "", entries);
        return said;
    }

    private void copy(String member, String as, ObjectNode said) {
        JsonNode value = item.get(member);
        if (value != null && !value.isNull()) {
            said.set(as, value);
        }
    }

    private void scope(ObjectNode said, ImportScope scope, boolean named) {
        if (!named && scope.all()) {
            said.put("rules", "all");
            return;
        }
        if (!named && !scope.rules().isEmpty()) {
            ArrayNode ids = said.putArray("rules");
            scope.rules().stream().map(RuleId::value).forEach(ids::add);
        }
        if (!listId().isEmpty()) {
            said.putArray("lists").add(listId());
        }
    }

    private String comment() {
        List<String> lines = new ArrayList<>();
        lines.add(item.path("description").asString(""));
        for (JsonNode comment : item.path("comments")) {
            String by = comment.path("created_by").asString("");
            lines.add((by.isEmpty() ? "" : by + ": ") + comment.path("comment").asString(""));
        }
        lines.removeIf(String::isBlank);
        return String.join("\n", lines);
    }

    private void entries(String path, JsonNode from, String parent, ArrayNode to) {
        for (int i = 0; i < from.size(); i++) {
            entry(path + "[" + i + "]", from.get(i), parent, to);
        }
    }

    private void entry(String path, JsonNode entry, String parent, ArrayNode to) {
        String type = entry.path("type").asString("");
        String field = parent + entry.path("field").asString("");
        switch (type) {
            case "match" -> leaf(path, field, entry, "is", "is_not", entry.get("value"), to);
            case "match_any" -> leaf(path, field, entry, "is_one_of", "is_not_one_of", entry.get("value"), to);
            case "exists" -> leaf(path, field, entry, "exists", "does_not_exist", null, to);
            case "wildcard" -> leaf(path, field, entry, "matches", "does_not_match", pattern(path, entry), to);
            case "list" ->
                leaf(
                        path,
                        field,
                        entry,
                        "in_list",
                        "not_in_list",
                        entry.path("list").get("id"),
                        to);
            case "nested" -> {
                ArrayNode children = to.addObject().putArray("and");
                entries(path + ".entries", entry.path("entries"), field + ".", children);
            }
            default -> notes.note(path + ".type", Problem.IMPORT_ENTRY_TYPE, path, type);
        }
    }

    private void leaf(
            String path,
            String field,
            JsonNode entry,
            String included,
            String excluded,
            @Nullable JsonNode value,
            ArrayNode to) {
        String operator = entry.path("operator").asString("included");
        if (!operator.equals("included") && !operator.equals("excluded")) {
            notes.note(path + ".operator", Problem.IMPORT_OPERATOR, path + ".operator", "`" + operator + "`");
        }
        ObjectNode leaf = to.addObject();
        leaf.put("field", field);
        leaf.put("operator", operator.equals("excluded") ? excluded : included);
        if (value != null) {
            leaf.set("value", value);
        }
    }

    /** In Kibana a backslash escapes the next character; here it stands for itself. */
    private JsonNode pattern(String path, JsonNode entry) {
        JsonNode value = entry.path("value");
        String text = value.asString("");
        if (text.replace("\\\\", "").matches("(?s).*\\\\[*?].*")) {
            notes.note(path + ".value", Problem.IMPORT_ESCAPE, path + ".value");
        }
        return value.isString() ? ExceptionReader.JSON.getNodeFactory().stringNode(text.replace("\\\\", "\\")) : value;
    }
}
