package io.eqlair.event;

import io.eqlair.event.json.Utf8;
import io.eqlair.problem.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Says why a document was refused: Jackson reads it once more, whose messages are those of a parser for people. The scanner refuses
 * what Jackson refuses under these settings, which a test sees to.
 */
final class RefusedJson {

    private static final int LONGEST_NUMBER = 1_000;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final EventLimits limits;
    private final JsonFactory json;

    RefusedJson(EventLimits limits) {
        this.limits = limits;
        this.json = JsonFactory.builder()
                .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(limits.bytes())
                        .maxNameLength(limits.bytes())
                        .build())
                .build();
    }

    /** What is wrong with a document that was refused because of a byte. */
    EventRejected explain(byte[] document, int wrongByte) {
        int notUtf8 = Utf8.firstWrongByte(document);
        if (notUtf8 >= 0) {
            return EventRejected.notJson(notUtf8, "this byte is not UTF-8");
        }
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), withoutMark(document))) {
            return explain(parser, wrongByte);
        } catch (JacksonException malformed) {
            return JsonSyntax.explain(malformed, limits);
        }
    }

    private static byte[] withoutMark(byte[] document) {
        return Arrays.mismatch(document, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length
                ? Arrays.copyOfRange(document, BYTE_ORDER_MARK.length, document.length)
                : document;
    }

    private EventRejected explain(JsonParser parser, int wrongByte) {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            return new EventRejected(Problem.EVENT_NOT_AN_OBJECT, name(first));
        }
        if (fields(parser) > limits.fields()) {
            return new EventRejected(Problem.EVENT_TOO_MANY_FIELDS, limits.fields());
        }
        return parser.nextToken() == null
                ? EventRejected.notJson(wrongByte, "this byte has no place here")
                : EventRejected.notJson(parser.currentTokenLocation().getByteOffset(), "something follows the object");
    }

    /** Members and elements of the object that begins here; reads to its end. */
    private static int fields(JsonParser parser) {
        int fields = 0;
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            fields += token.isScalarValue() || token.isStructStart() ? 1 : 0;
        }
        return fields;
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
}
