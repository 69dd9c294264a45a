package io.eqlair.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eqlair.alert.RawJson;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes JSON of objects and trees. Names are in snake_case. */
final class DocumentWriter {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(Integer.MAX_VALUE) // an event may be as deep as its limit lets it
                            .build())
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** In all formats but our own, what is not known is left out. */
    private static final JsonMapper WITHOUT_NULLS = JSON.rebuild()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private DocumentWriter() {}

    /** The JSON of a record or a tree. */
    static RawJson write(Object value) {
        return new RawJson(JSON.writeValueAsBytes(value));
    }

    /** A new object. */
    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Any value as a tree: a record without what is null in it, a list, a text. */
    static JsonNode tree(@Nullable Object value) {
        return WITHOUT_NULLS.valueToTree(value);
    }

    /** A list of texts. */
    static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** Objects in a list, without those that are empty. */
    static ArrayNode list(List<ObjectNode> objects) {
        return JsonNodeFactory.instance
                .arrayNode()
                .addAll(objects.stream().filter(object -> !object.isEmpty()).collect(Collectors.toList()));
    }

    /** Sets a member unless there is nothing to say: null, an empty text, list or object. */
    static void say(ObjectNode object, String name, @Nullable Object value) {
        JsonNode node = value instanceof JsonNode known ? known : tree(value);
        boolean nothing = node.isNull()
                || (node.isContainer() && node.isEmpty())
                || (node.isString() && node.stringValue().isEmpty());
        if (!nothing) {
            object.set(name, node);
        }
    }
}
