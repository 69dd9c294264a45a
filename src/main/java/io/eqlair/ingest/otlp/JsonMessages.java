package io.eqlair.ingest.otlp;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.eqlair.event.EventLimits;
import io.eqlair.event.EventRejected;
import io.eqlair.event.JsonSyntax;
import io.eqlair.problem.Problem;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON into messages of protobuf, in OTLP's way of writing them: names in camel case, ids in hexadecimal, other bytes in base64,
 * large integers as numbers or as texts, members of enumerations by their numbers. Which members there are the messages say
 * themselves; others are passed over. Thread-safe.
 */
final class JsonMessages {

    /** Objects and arrays, for one value within another: <code>{"kvlistValue": {"values": [{"value": …}]}}</code>. */
    private static final int LEVELS = 4;

    /** Around the values of a record. */
    private static final int OUTER_LEVELS = 10;

    /** Digits of the longest integer that is read, with room for a point, an exponent and a sign. */
    private static final int LONGEST_NUMBER = 40;

    private static final Set<String> IDS = Set.of("traceId", "spanId");

    private final EventLimits limits;
    private final JsonFactory json;
    private final Map<Descriptor, Map<String, FieldDescriptor>> members = new ConcurrentHashMap<>();

    JsonMessages(EventLimits limits) {
        this.limits = limits;
        this.json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(LEVELS * limits.depth() + OUTER_LEVELS)
                        .maxStringLength(limits.bytes())
                        .build())
                .build();
    }

    /** Reads the object that is a part of a body. */
    void read(byte[] body, Slice part, Message.Builder into) throws EventRejected {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), body, part.offset(), part.length())) {
            parser.nextToken();
            object(parser, "it", into);
        } catch (JacksonException malformed) {
            EventRejected why = JsonSyntax.explain(malformed, limits);
            throw why.problem() == Problem.EVENT_TOO_DEEP
                    ? why
                    : new EventRejected(Problem.OTLP_RECORD_UNREADABLE, why.reason());
        }
    }

    private void object(JsonParser parser, String what, Message.Builder into) throws EventRejected {
        require(parser, what, "an object", JsonToken.START_OBJECT);
        Map<String, FieldDescriptor> known = members.computeIfAbsent(into.getDescriptorForType(), JsonMessages::byName);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            FieldDescriptor field = known.get(name);
            JsonToken token = parser.nextToken();
            if (field == null) {
                parser.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                member(parser, field, into);
            }
        }
    }

    private static Map<String, FieldDescriptor> byName(Descriptor message) {
        return message.getFields().stream()
                .collect(Collectors.toUnmodifiableMap(FieldDescriptor::getJsonName, Function.identity()));
    }

    private void member(JsonParser parser, FieldDescriptor field, Message.Builder into) throws EventRejected {
        if (!field.isRepeated()) {
            into.setField(field, value(parser, field, into));
            return;
        }
        require(parser, name(field), "an array", JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            into.addRepeatedField(field, value(parser, field, into));
        }
    }

    private Object value(JsonParser parser, FieldDescriptor field, Message.Builder into) throws EventRejected {
        return switch (field.getJavaType()) {
            case MESSAGE -> {
                Message.Builder inner = into.newBuilderForField(field);
                object(parser, name(field), inner);
                yield inner.build();
            }
            case STRING -> text(parser, field);
            case BYTE_STRING -> bytes(parser, field);
            case BOOLEAN -> {
                require(parser, name(field), "true or false", JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE);
                yield parser.getBooleanValue();
            }
            case INT -> (int) integer(parser, field);
            case LONG -> integer(parser, field);
            case FLOAT -> (float) number(parser, field);
            case DOUBLE -> number(parser, field);
            case ENUM -> enumerated(parser, field);
        };
    }

    /** Half a character, as some languages know it, is none in UTF-8, and becomes a question mark. */
    private static String text(JsonParser parser, FieldDescriptor field) throws EventRejected {
        require(parser, name(field), "a text", JsonToken.VALUE_STRING);
        String text = String.valueOf(parser.getString());
        boolean odd = text.chars().anyMatch(unit -> Character.isSurrogate((char) unit));
        return odd ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8) : text;
    }

    private static ByteString bytes(JsonParser parser, FieldDescriptor field) throws EventRejected {
        require(parser, name(field), "a text", JsonToken.VALUE_STRING);
        if (!IDS.contains(field.getJsonName())) {
            return ByteString.copyFrom(parser.getBinaryValue());
        }
        try {
            return ByteString.copyFrom(HexFormat.of().parseHex(String.valueOf(parser.getString())));
        } catch (IllegalArgumentException notHexadecimal) {
            throw unreadable(name(field), "hexadecimal digits, two for each byte");
        }
    }

    /** Of 64 bits, with or without a sign; a smaller one loses what it has no room for. */
    private static long integer(JsonParser parser, FieldDescriptor field) throws EventRejected {
        BigDecimal number = decimal(parser);
        if (number == null || number.precision() - number.scale() > LONGEST_NUMBER || number.scale() > LONGEST_NUMBER) {
            throw unreadable(name(field), "an integer");
        }
        try {
            var integer = number.toBigIntegerExact();
            if (integer.bitLength() <= Long.SIZE) {
                return integer.longValue();
            }
        } catch (ArithmeticException fraction) {
            throw unreadable(name(field), "an integer");
        }
        throw unreadable(name(field), "an integer of 64 bits");
    }

    private static @Nullable BigDecimal decimal(JsonParser parser) {
        boolean given = parser.currentToken().isNumeric() || parser.currentToken() == JsonToken.VALUE_STRING;
        String text = given ? String.valueOf(parser.getString()) : "";
        try {
            return text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static double number(JsonParser parser, FieldDescriptor field) throws EventRejected {
        require(
                parser,
                name(field),
                "a number",
                JsonToken.VALUE_NUMBER_INT,
                JsonToken.VALUE_NUMBER_FLOAT,
                JsonToken.VALUE_STRING);
        try {
            return Double.parseDouble(parser.getString());
        } catch (NumberFormatException none) {
            throw unreadable(name(field), "a number");
        }
    }

    private static EnumValueDescriptor enumerated(JsonParser parser, FieldDescriptor field) throws EventRejected {
        EnumValueDescriptor named = parser.currentToken() == JsonToken.VALUE_STRING
                ? field.getEnumType().findValueByName(String.valueOf(parser.getString()))
                : null;
        return named == null
                ? field.getEnumType().findValueByNumberCreatingIfUnknown((int) integer(parser, field))
                : named;
    }

    private static void require(JsonParser parser, String what, String expected, JsonToken... tokens)
            throws EventRejected {
        for (JsonToken token : tokens) {
            if (parser.currentToken() == token) {
                return;
            }
        }
        throw unreadable(what, expected);
    }

    private static String name(FieldDescriptor field) {
        return "`" + field.getJsonName() + "`";
    }

    private static EventRejected unreadable(String what, String expected) {
        return new EventRejected(Problem.OTLP_RECORD_UNREADABLE, what + " is not " + expected);
    }
}
