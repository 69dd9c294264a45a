package io.eqlair.engine.reference;

import io.eqlair.eql.value.Timestamps;
import io.eqlair.event.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as a sender sends it.
 *
 * @param nanos its timestamp, in nanoseconds since 1970
 * @param json the document, different for different ids
 */
record Sent(String id, long nanos, String json) {

    /** A document of the Elastic Common Schema that names its id. */
    static Sent of(String id, long nanos, String category, Map<String, @Nullable Object> fields) {
        return new Sent(id, nanos, document("event.id", id, nanos, category, fields));
    }

    /** A document that names no id, and so is known by its content. */
    static Sent unnamed(String label, long nanos, String category, Map<String, @Nullable Object> fields) {
        String json = document("labels.name", label, nanos, category, fields);
        byte[] source = json.getBytes(StandardCharsets.UTF_8);
        return new Sent(new StoredEvent(source, null, null, nanos, null, 0, 0).id(), nanos, json);
    }

    private static String document(
            String nameField, String name, long nanos, String category, Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("@timestamp", Timestamps.toInstant(nanos).toString());
        document.put(nameField, name);
        document.put("event.category", category);
        document.putAll(fields);
        return JsonMapper.shared().writeValueAsString(document);
    }

    boolean isNamed() {
        return json.contains("event.id");
    }

    byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
