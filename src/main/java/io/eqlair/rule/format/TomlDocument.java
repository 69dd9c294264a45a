package io.eqlair.rule.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** TOML as plain Java values: maps, lists, strings, numbers and booleans, immutable, keys in the order of the text. */
public final class TomlDocument {

    private static final TomlMapper MAPPER = new TomlMapper();

    private TomlDocument() {}

    /**
     * Dates and times come as strings.
     *
     * @throws tools.jackson.core.JacksonException when the text is not TOML 1.0
     */
    public static Map<String, Object> parse(String text) {
        return map(MAPPER.readTree(text));
    }

    private static Map<String, Object> map(JsonNode table) {
        Map<String, Object> map = new LinkedHashMap<>();
        table.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
        return Collections.unmodifiableMap(map);
    }

    private static Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> map(node);
            case ARRAY -> list(node);
            case NUMBER -> node.numberValue();
            case BOOLEAN -> node.booleanValue();
            default -> node.stringValue();
        };
    }

    private static List<Object> list(JsonNode array) {
        return array.valueStream().map(TomlDocument::value).toList();
    }
}
