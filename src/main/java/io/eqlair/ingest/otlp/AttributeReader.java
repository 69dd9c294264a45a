package io.eqlair.ingest.otlp;

import io.eqlair.event.EventLimits;
import io.eqlair.event.EventRejected;
import io.eqlair.problem.Problem;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes attributes of what the protocol calls so. Lists of entries become keys with dots: <code>user: {name: ann}</code> is {@code
 * user.name: ann}. An attribute without a value says nothing, as null does in an event. For one source of attributes.
 */
final class AttributeReader {

    private final AttributeTable table;
    private final EventLimits limits;
    private final List<Attribute> attributes = new ArrayList<>();

    /** Of the keys: what is nested repeats those above it. */
    private long characters;

    AttributeReader(AttributeTable table, EventLimits limits) {
        this.table = table;
        this.limits = limits;
    }

    List<Attribute> read(List<KeyValue> entries) throws EventRejected {
        entries("", entries, 0);
        return attributes;
    }

    private void entries(String above, List<KeyValue> entries, int depth) throws EventRejected {
        for (KeyValue entry : entries) {
            entry(above + entry.getKey(), entry.getValue(), depth + 1);
        }
    }

    private void entry(String key, AnyValue value, int depth) throws EventRejected {
        checkDepth(depth);
        characters += key.length();
        if (characters > limits.bytes()) {
            throw new EventRejected(Problem.EVENT_TOO_LARGE, characters, limits.bytes());
        }
        if (value.hasKvlistValue() && value.getKvlistValue().getValuesCount() > 0) {
            entries(key + ".", value.getKvlistValue().getValuesList(), depth);
            return;
        }
        Object read = value(value, depth);
        if (read != null) {
            attributes.add(new Attribute(key, read, table.own(key), table.mapped(key)));
        }
    }

    /** A value as JSON has it; null where there is none. */
    @Nullable
    Object value(AnyValue value, int depth) throws EventRejected {
        checkDepth(depth);
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> value.getBoolValue();
            case INT_VALUE -> value.getIntValue();
            case DOUBLE_VALUE -> number(value.getDoubleValue());
            case BYTES_VALUE ->
                Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray());
            case ARRAY_VALUE -> list(value.getArrayValue().getValuesList(), depth);
            case KVLIST_VALUE -> map(value.getKvlistValue().getValuesList(), depth);
            case STRING_VALUE_STRINDEX, VALUE_NOT_SET -> null; // the first is for profiles, whose texts stand elsewhere
        };
    }

    /** JSON has no word for what is no number. */
    private static Object number(double value) {
        return Double.isFinite(value) ? value : (Object) Double.toString(value);
    }

    private List<@Nullable Object> list(List<AnyValue> values, int depth) throws EventRejected {
        List<@Nullable Object> list = new ArrayList<>(values.size());
        for (AnyValue value : values) {
            list.add(value(value, depth + 1));
        }
        return list;
    }

    private Map<String, @Nullable Object> map(List<KeyValue> entries, int depth) throws EventRejected {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (KeyValue entry : entries) {
            map.put(entry.getKey(), value(entry.getValue(), depth + 1));
        }
        return map;
    }

    private void checkDepth(int depth) throws EventRejected {
        if (depth > limits.depth()) {
            throw new EventRejected(Problem.EVENT_TOO_DEEP, limits.depth());
        }
    }
}
