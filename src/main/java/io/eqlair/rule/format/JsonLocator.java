package io.eqlair.rule.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Finds where each value begins in a JSON text, by the same paths as {@link TomlLocator}. Of a text that is not JSON it
 * finds what stands before the fault. Nulls are not counted in lists, as they are absent from what is read.
 */
public final class JsonLocator {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final String text;
    private final TextLines lines;
    private final Map<String, Position> positions = new HashMap<>();
    private QueryPlace query = QueryPlace.UNKNOWN;
    private Places.@Nullable Twice twice;
    private int depth;

    private JsonLocator(String text, int line) {
        this.text = text;
        this.lines = new TextLines(text, line);
    }

    /**
     * The places in a text.
     *
     * @param root the path of the text's one value
     * @param line where in its file the text begins, from 1
     */
    public static Places locate(String text, String root, int line) {
        JsonLocator locator = new JsonLocator(text, line);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            locator.value(parser, root);
        } catch (JacksonException faulty) {
            // what was found before the fault is the answer
        }
        return new Places(Map.copyOf(locator.positions), locator.query, locator.twice);
    }

    private void value(JsonParser parser, String path) {
        positions.putIfAbsent(path, lines.position(offset(parser)));
        depth++;
        if (depth > Places.DEEPEST_NESTING || path.length() > Places.LONGEST_PATH) {
            parser.skipChildren();
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            object(parser, path);
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            array(parser, path);
        } else if (path.equals(Places.QUERY) && parser.currentToken() == JsonToken.VALUE_STRING) {
            query = JsonString.place(text, offset(parser), lines);
        }
        depth--;
    }

    private void object(JsonParser parser, String path) {
        Set<String> keys = new HashSet<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            String at = Places.path(path, key);
            if (!keys.add(key)) {
                again(at, lines.position(offset(parser)));
            }
            parser.nextToken();
            value(parser, at);
        }
    }

    private void again(String path, Position second) {
        Position first = positions.get(path);
        if (twice == null && first != null) {
            twice = new Places.Twice(path, first, second);
        }
    }

    private void array(JsonParser parser, String path) {
        int index = 0;
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            if (token != JsonToken.VALUE_NULL) {
                value(parser, Places.item(path, index++));
            }
        }
    }

    private static int offset(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }
}
