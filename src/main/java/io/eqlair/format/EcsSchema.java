package io.eqlair.format;

import io.eqlair.ecs.FieldList;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The names of the Elastic Common Schema, to pick its fields out of events that have others besides.
 *
 * @param names of all fields, and {@code labels.*} for an object whose keys are open
 */
record EcsSchema(Set<String> names) {

    /** Fields whose values may be objects, though they have no fields of their own. */
    private static final String GEO_POINT = "geo.location";

    /** The schema that is shipped. */
    static EcsSchema read() {
        return new EcsSchema(Set.copyOf(FieldList.shipped()));
    }

    /** The fields of an object that the schema has, in their order; empty where it has none. */
    ObjectNode fieldsOf(ObjectNode object) {
        return pick("", object);
    }

    private ObjectNode pick(String prefix, ObjectNode object) {
        ObjectNode picked = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            pick(prefix + member.getKey(), member.getKey(), member.getValue(), picked);
        }
        return picked;
    }

    private void pick(String path, String name, JsonNode value, ObjectNode into) {
        JsonNode kept = kept(path, value);
        boolean nothing = kept.isNull() || (kept.isContainer() && kept.isEmpty());
        if (!nothing) {
            into.set(name, kept);
        }
    }

    private JsonNode kept(String path, JsonNode value) {
        if (names.contains(path + ".*") || path.endsWith(GEO_POINT)) {
            return value;
        }
        return switch (value) {
            case ObjectNode object -> pick(path + ".", object);
            case ArrayNode array -> {
                ArrayNode all = JsonNodeFactory.instance.arrayNode();
                array.values().stream()
                        .map(each -> kept(path, each))
                        .filter(each -> !each.isNull() && !(each.isContainer() && each.isEmpty()))
                        .forEach(all::add);
                yield all;
            }
            default -> names.contains(path) ? value : JsonNodeFactory.instance.nullNode();
        };
    }
}
