package io.eqlair.format;

import io.eqlair.alert.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;
import tools.jackson.databind.util.RawValue;

/**
 * The document of an event as a tree in which every dot is a step: {@code {"process.name": "nc"}} and {@code {"process": {"name":
 * "nc"}}} are the same tree. A field that stands in a document twice has the values of both places. A name stays as it is where it
 * cannot be taken apart: because a step is empty, or is a value already ({@code {"a": 1, "a.b": 2}}).
 *
 * <p>Numbers that are no {@code long} are kept as they are written, so that no digit is lost.
 */
final class EventTree {

    /** A document is one that was accepted as an event: its limits have been checked, or were set higher by whoever runs this. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Dots are taken for steps only above this depth and in shorter names: a small document could else be a very deep tree. */
    private static final int DEEPEST_DOT = 200;

    private static final int LONGEST_PATH = 1_000;

    private static final int LONGEST_LONG = 18;

    private final ObjectNode root;

    private EventTree(ObjectNode root) {
        this.root = root;
    }

    /** The tree of a document that is known to be a JSON object. */
    static EventTree read(RawJson source) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), source.utf8())) {
            parser.nextToken();
            return new EventTree(object(parser, 0));
        }
    }

    private static ObjectNode object(JsonParser parser, int depth) {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            put(object, name, value(parser, depth + 1), depth);
        }
        return object;
    }

    private static JsonNode value(JsonParser parser, int depth) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, depth);
            case START_ARRAY -> array(parser, depth);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
            case VALUE_NUMBER_INT -> whole(parser.getString());
            case VALUE_NUMBER_FLOAT -> NODES.rawValueNode(new RawValue(parser.getString()));
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new IllegalStateException("no value begins with " + parser.currentToken());
        };
    }

    private static ArrayNode array(JsonParser parser, int depth) {
        ArrayNode array = NODES.arrayNode();
        while (!parser.nextToken().isStructEnd()) {
            array.add(value(parser, depth + 1));
        }
        return array;
    }

    private static JsonNode whole(String digits) {
        return digits.length() <= LONGEST_LONG
                ? NODES.numberNode(Long.parseLong(digits))
                : NODES.rawValueNode(new RawValue(digits));
    }

    private static void put(ObjectNode into, String name, JsonNode value, int depth) {
        int dot = depth < DEEPEST_DOT && name.length() <= LONGEST_PATH ? name.indexOf('.') : -1;
        boolean empty = dot == 0 || name.endsWith(".") || name.contains("..");
        JsonNode step = dot < 0 || empty ? null : into.get(name.substring(0, dot));
        if (dot < 0 || empty || (step != null && !step.isObject())) {
            add(into, name, value, depth);
        } else {
            put(child(into, name.substring(0, dot)), name.substring(dot + 1), value, depth + 1);
        }
    }

    private static void add(ObjectNode into, String name, JsonNode value, int depth) {
        JsonNode present = into.get(name);
        if (present == null) {
            into.set(name, value);
        } else if (present instanceof ObjectNode object && value instanceof ObjectNode more) {
            more.forEachEntry((key, each) -> put(object, key, each, depth + 1));
        } else {
            ArrayNode both =
                    present instanceof ArrayNode list ? list : NODES.arrayNode().add(present);
            into.set(name, both.addAll(asList(value)));
        }
    }

    private static List<JsonNode> asList(JsonNode node) {
        return node instanceof ArrayNode array ? List.copyOf(array.values()) : List.of(node);
    }

    /** An object's member that is an object: the one that is there, else a new one, in the place of whatever else is there. */
    static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode object ? object : parent.putObject(name);
    }

    /** The fields that all of some documents, at least one, have with equal values. One value and a list of it are equal. */
    static EventTree common(List<EventTree> trees) {
        ObjectNode common = trees.getFirst().root.deepCopy();
        for (EventTree tree : trees.subList(1, trees.size())) {
            common = common(common, tree.root);
        }
        return new EventTree(common);
    }

    private static ObjectNode common(ObjectNode one, ObjectNode other) {
        ObjectNode common = NODES.objectNode();
        for (Map.Entry<String, JsonNode> member : one.properties()) {
            JsonNode counterpart = other.get(member.getKey());
            if (member.getValue() instanceof ObjectNode mine && counterpart instanceof ObjectNode theirs) {
                ObjectNode both = common(mine, theirs);
                if (!both.isEmpty()) {
                    common.set(member.getKey(), both);
                }
            } else if (counterpart != null && alone(member.getValue()).equals(alone(counterpart))) {
                common.set(member.getKey(), member.getValue());
            }
        }
        return common;
    }

    private static JsonNode alone(JsonNode node) {
        return node instanceof ArrayNode array && array.size() == 1 ? array.get(0) : node;
    }

    /** The whole tree; to be changed by nobody but its maker. */
    ObjectNode root() {
        return root;
    }

    /** What stands at a dotted path, in all objects of the lists on its way: values, or lists of them taken apart; no nulls. */
    List<JsonNode> values(String path) {
        List<JsonNode> values = new ArrayList<>();
        collect(root, path, values);
        return values;
    }

    private static void collect(JsonNode node, @Nullable String path, List<JsonNode> values) {
        if (node instanceof ArrayNode array) {
            array.values().forEach(each -> collect(each, path, values));
        } else if (path == null && !node.isNull() && !node.isMissingNode()) {
            values.add(node);
        } else if (path != null && node instanceof ObjectNode object) {
            int dot = path.indexOf('.');
            collect(
                    object.path(dot < 0 ? path : path.substring(0, dot)),
                    dot < 0 ? null : path.substring(dot + 1),
                    values);
        }
    }

    /** The values at a path as texts, without objects. */
    List<String> texts(String path) {
        return values(path).stream()
                .filter(value -> !value.isContainer())
                .map(EventTree::asText)
                .toList();
    }

    /** The first value at a path as a text; null where there is none, or an empty one. */
    @Nullable
    String text(String path) {
        return texts(path).stream().filter(text -> !text.isEmpty()).findFirst().orElse(null);
    }

    /** The first value at a path as a whole number, be it a number or a text that is one; null where there is none. */
    @Nullable
    Long number(String path) {
        String text = text(path);
        boolean whole = text != null && text.length() <= LONGEST_LONG && text.matches("-?[0-9]+");
        return whole ? Long.valueOf(text) : null;
    }

    private static String asText(JsonNode value) {
        return value instanceof POJONode written
                ? String.valueOf(((RawValue) written.getPojo()).rawValue())
                : value.asString();
    }
}
