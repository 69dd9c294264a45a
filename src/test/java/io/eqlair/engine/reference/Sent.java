package io.eqlair.engine.reference;

import io.eqlair.eql.value.Timestamps;
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

    /** A document of the Elastic Common Schema. */
    static Sent of(String id, long nanos, String category, Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("@timestamp", Timestamps.toInstant(nanos).toString());
        document.put("event.id", id);
        document.put("event.category", category);
        document.putAll(fields);
        return new Sent(id, nanos, JsonMapper.shared().writeValueAsString(document));
    }

    byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
