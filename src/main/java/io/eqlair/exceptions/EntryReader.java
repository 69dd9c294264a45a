package io.eqlair.exceptions;

import io.eqlair.exceptions.Entry.OfField;
import io.eqlair.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads entries, and notes all that is wrong with them. For one exception.
 *
 * <pre>
 * [{"field": "process.name", "operator": "is", "value": "nc"}, {"or": [{"field": …}, {"not": {"field": …}}]}]
 * </pre>
 */
final class EntryReader {

    private static final Set<String> LEAF = Set.of("field", "operator", "value");

    private final JsonNotes notes;
    private final ExceptionLimits limits;
    private final Set<String> lists;
    private int count;

    /**
     * A reader that has not read anything yet.
     *
     * @param lists the ids of the value lists that there are
     */
    EntryReader(JsonNotes notes, ExceptionLimits limits, Set<String> lists) {
        this.notes = notes;
        this.limits = limits;
        this.lists = lists;
    }

    /** The entries of a list, at least one; those that are not in order are noted and left out. */
    List<Entry> entries(String path, @Nullable JsonNode node, int depth) {
        List<Entry> entries = new ArrayList<>();
        if (node == null || !node.isArray() || node.isEmpty()) {
            String found = node == null ? "missing" : JsonNotes.described(node);
            notes.note(path, Problem.EXCEPTION_ENTRIES, path, found);
            return entries;
        }
        for (int i = 0; i < node.size() && count <= limits.entries(); i++) {
            Entry entry = entry(path + "[" + i + "]", node.get(i), depth);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private @Nullable Entry entry(String path, JsonNode node, int depth) {
        if (++count > limits.entries()) {
            notes.note(path, Problem.EXCEPTION_TOO_MANY_ENTRIES, limits.entries());
            return null;
        }
        if (depth > limits.depth()) {
            notes.note(path, Problem.EXCEPTION_TOO_DEEP, path, limits.depth());
            return null;
        }
        if (!node.isObject() || node.isEmpty()) {
            notes.noteType(path, node, "an entry or a group: " + Problem.EXCEPTION_ENTRY_FORM.message());
            return null;
        }
        return node.size() == 1 ? group(path, node, depth) : leaf(path, node);
    }

    private @Nullable Entry group(String path, JsonNode node, int depth) {
        String word = node.propertyNames().iterator().next();
        String inner = path + "." + word;
        return switch (word) {
            case "and" -> new Entry.All(entries(inner, node.get(word), depth + 1));
            case "or" -> new Entry.Any(entries(inner, node.get(word), depth + 1));
            case "not" -> {
                Entry operand = entry(inner, node.get(word), depth + 1);
                yield operand == null ? null : new Entry.Not(operand);
            }
            default -> leaf(path, node);
        };
    }

    private @Nullable Entry leaf(String path, JsonNode node) {
        notes.checkMembers(path + ".", node, LEAF);
        String field = notes.text(path + ".field", node.get("field"), "\"process.name\"");
        String word = notes.text(path + ".operator", node.get("operator"), "\"is\"");
        Operator operator = word == null ? null : Operator.parse(word).orElse(null);
        if (word != null && operator == null) {
            notes.note(
                    path + ".operator", Problem.EXCEPTION_OPERATOR_UNKNOWN, path + ".operator", word, Operator.all());
        }
        if (operator == null) {
            return null;
        }
        List<Object> values = values(path + ".value", node.get("value"), operator);
        boolean complete = operator.takes() == Operator.Takes.NOTHING || !values.isEmpty();
        return field == null || !complete ? null : new OfField(field, operator, values);
    }

    private List<Object> values(String path, @Nullable JsonNode node, Operator operator) {
        return switch (operator.takes()) {
            case NOTHING -> nothing(path, node, operator);
            case ONE -> all(path, node, false, operator);
            case SEVERAL, PATTERNS, NETWORKS -> all(path, node, true, operator);
            case LIST -> list(path, node);
        };
    }

    private List<Object> nothing(String path, @Nullable JsonNode node, Operator operator) {
        if (node != null) {
            notes.note(path, Problem.EXCEPTION_VALUE_UNWANTED, path, operator.text());
        }
        return List.of();
    }

    private List<Object> all(String path, @Nullable JsonNode node, boolean several, Operator operator) {
        if (node == null) {
            notes.note(path, Problem.EXCEPTION_MEMBER_MISSING, path, several ? "[\"nc\", \"ncat\"]" : "\"nc\"");
            return List.of();
        }
        if (!several || !node.isArray()) {
            Object one = value(path, node, operator);
            return one == null ? List.of() : List.of(one);
        }
        if (node.isEmpty()) {
            notes.noteType(path, node, "at least one value");
        }
        if (node.size() > limits.values()) {
            notes.note(path, Problem.EXCEPTION_TOO_MANY_VALUES, path, node.size(), limits.values());
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            Object value = value(path + "[" + i + "]", node.get(i), operator);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** Null, with a note, for what is no value that the operator takes. */
    private @Nullable Object value(String path, JsonNode node, Operator operator) {
        return switch (operator.takes()) {
            case PATTERNS -> string(path, node, "a string, in which `*` and `?` are wildcards");
            case NETWORKS -> network(path, node);
            default -> constant(path, node, operator);
        };
    }

    private @Nullable Object constant(String path, JsonNode node, Operator operator) {
        if (node.isString()) {
            return notes.bounded(path, node.stringValue(), limits.text());
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        if (node.isNumber() && Double.isFinite(node.doubleValue())) {
            return node.doubleValue();
        }
        boolean list = node.isArray() && operator.takes() == Operator.Takes.ONE;
        notes.noteType(
                path, node, "a string, a number or a boolean" + (list ? "; for a list there is `is_one_of`" : ""));
        return null;
    }

    private @Nullable String string(String path, JsonNode node, String expected) {
        if (!node.isString()) {
            notes.noteType(path, node, expected);
            return null;
        }
        return notes.bounded(path, node.stringValue(), limits.text());
    }

    private @Nullable String network(String path, JsonNode node) {
        String expected = "a network such as `10.0.0.0/8`, or an address";
        String text = string(path, node, expected);
        if (text != null && AddressRange.parse(text) == null) {
            notes.noteType(path, node, expected);
            return null;
        }
        return text;
    }

    private List<Object> list(String path, @Nullable JsonNode node) {
        String id = notes.text(path, node, "\"backup-hosts\"");
        if (id != null && !lists.contains(id)) {
            notes.note(path, Problem.EXCEPTION_LIST_UNKNOWN, path, id);
            return List.of();
        }
        return id == null ? List.of() : List.of(id);
    }
}
