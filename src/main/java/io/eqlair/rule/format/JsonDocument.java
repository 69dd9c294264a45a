package io.eqlair.rule.format;

import java.util.Map;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object as the plain Java values that {@link TomlDocument} makes of the same content. */
public final class JsonDocument {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonDocument() {}

    /**
     * Nulls count as absent.
     *
     * @param text that begins with a brace
     * @throws tools.jackson.core.JacksonException when the text is not JSON, or is more than one object
     */
    public static Map<String, Object> parse(String text) {
        return Tree.map(MAPPER.readTree(text));
    }
}
