package io.eqlair.event;

import io.eqlair.event.json.Utf8;
import io.eqlair.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/** Reads fields the simple way, by Jackson and into a map: what the reader of the service has to agree with. */
final class ReferenceReader {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final Place root = new Place("");
    private final EventLimits limits;
    private final JsonFactory json;

    ReferenceReader(Set<String> fields, EventLimits limits) {
        fields.forEach(root::add);
        this.limits = limits;
        this.json = JsonFactory.builder()
                .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxNumberLength(1_000)
                        .maxStringLength(limits.bytes())
                        .maxNameLength(limits.bytes())
                        .build())
                .build();
    }

    /** What was found in a document: the values of fields by name, and what a search hit says besides. */
    static final class Found {

        final Map<String, List<Object>> values = new TreeMap<>();
        String source;

        @Nullable
        String index;

        @Nullable
        String id;

        boolean unwrapped;

        private Found(String source) {
            this.source = source;
        }
    }

    Found read(byte[] document) throws EventRejected {
        if (document.length > limits.bytes()) {
            throw new EventRejected(Problem.EVENT_TOO_LARGE, document.length, limits.bytes());
        }
        int wrong = Utf8.firstWrongByte(document);
        if (wrong >= 0) {
            throw EventRejected.notJson(wrong, "this byte is not UTF-8");
        }
        byte[] unmarked = withoutMark(document);
        Found found = new Found(new String(unmarked, StandardCharsets.UTF_8));
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), unmarked)) {
            document(parser, unmarked, found);
        } catch (JacksonException malformed) {
            throw JsonSyntax.explain(malformed, limits);
        }
        return found;
    }

    private static byte[] withoutMark(byte[] document) {
        return Arrays.mismatch(document, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length
                ? Arrays.copyOfRange(document, BYTE_ORDER_MARK.length, document.length)
                : document;
    }

    private void document(JsonParser parser, byte[] document, Found found) throws EventRejected {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw new EventRejected(Problem.EVENT_NOT_AN_OBJECT, name(first));
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            if (key.startsWith("_")) {
                metadata(key, parser, document, found);
            } else if (found.unwrapped) {
                parser.skipChildren();
            } else {
                member(root, key, parser, found);
            }
        }
        if (parser.nextToken() != null) {
            throw EventRejected.notJson(parser.currentTokenLocation().getByteOffset(), "something follows the object");
        }
    }

    private void metadata(String key, JsonParser parser, byte[] document, Found found) {
        JsonToken token = parser.currentToken();
        if (key.equals("_source") && token == JsonToken.START_OBJECT && !found.unwrapped) {
            found.values.clear();
            int start = (int) parser.currentTokenLocation().getByteOffset();
            object(root, parser, found);
            int end = (int) parser.currentTokenLocation().getByteOffset() + 1;
            found.source = new String(document, start, end - start, StandardCharsets.UTF_8);
            found.unwrapped = true;
        } else if (key.equals("_index") && token == JsonToken.VALUE_STRING) {
            found.index = parser.getString();
        } else if (key.equals("_id") && token == JsonToken.VALUE_STRING) {
            found.id = parser.getString();
        } else if (found.unwrapped) {
            parser.skipChildren();
        } else {
            member(root, key, parser, found);
        }
    }

    private static void object(Place place, JsonParser parser, Found found) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            member(place, key, parser, found);
        }
    }

    private static void member(Place place, String key, JsonParser parser, Found found) {
        Place next = place.follow(key);
        if (next == null) {
            parser.skipChildren();
        } else {
            value(next, parser, found);
        }
    }

    private static void value(Place place, JsonParser parser, Found found) {
        switch (parser.currentToken()) {
            case START_OBJECT -> object(place, parser, found);
            case START_ARRAY -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    value(place, parser, found);
                }
            }
            case VALUE_STRING -> add(place, parser.getString(), found);
            case VALUE_NUMBER_INT -> add(place, integer(parser), found);
            case VALUE_NUMBER_FLOAT -> add(place, parser.getDoubleValue(), found);
            case VALUE_TRUE -> add(place, true, found);
            case VALUE_FALSE -> add(place, false, found);
            default -> {
                // null is no value
            }
        }
    }

    private static Object integer(JsonParser parser) {
        return switch (parser.getNumberType()) {
            case INT, LONG -> (Object) parser.getLongValue();
            default -> (Object) parser.getDoubleValue();
        };
    }

    private static void add(Place place, Object value, Found found) {
        if (place.isField) {
            found.values.computeIfAbsent(place.name, field -> new ArrayList<>()).add(value);
        }
    }

    private static String name(@Nullable JsonToken token) {
        return switch (token) {
            case null -> "nothing";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_NULL -> "null";
            default -> "a boolean";
        };
    }

    /** A place in the tree of names. */
    private static final class Place {

        private final String name;
        private final Map<String, Place> children = new HashMap<>();
        private boolean isField;

        Place(String name) {
            this.name = name;
        }

        void add(String field) {
            Place place = this;
            String path = null;
            for (String step : field.split("\\.", -1)) {
                String name = path == null ? step : path + "." + step;
                path = name;
                place = place.children.computeIfAbsent(step, key -> new Place(name));
            }
            place.isField = true;
        }

        @Nullable
        Place follow(String path) {
            Place place = this;
            for (String step : path.split("\\.", -1)) {
                place = place == null ? null : place.children.get(step);
            }
            return place;
        }
    }
}
