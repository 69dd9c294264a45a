package io.eqlair.rule.format;

import java.util.Map;
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
        return Tree.map(MAPPER.readTree(text));
    }
}
