package io.eqlair.store;

import io.eqlair.alert.Alert;
import io.eqlair.alert.Alert.AlertEvent;
import io.eqlair.alert.Alert.MatchedValue;
import io.eqlair.alert.RawJson;
import io.eqlair.alert.Suppression.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * What of an alert is neither its rule's nor in a column of its own: JSON in UTF-8, in which the sources of events are the bytes
 * that came.
 *
 * <pre>
 * {"reason": "process event …", "name": "Netcat", "depth": 1, "join_keys": [], "terms": [],
 *  "events": [{"index": "logs-x", "id": "1", "source": {…}}],
 *  "matched": [{"event": 0, "field": "process.name", "value": "nc", "clause": "process.name == \"nc\""}]}
 * </pre>
 *
 * @param name of the rule, or what the alert took for it from its events
 * @param terms of the suppression; empty where there is none
 */
record AlertDocument(
        String reason,
        String name,
        int depth,
        List<@Nullable Object> joinKeys,
        List<Term> terms,
        List<AlertEvent> events,
        List<MatchedValue> matched) {

    private static final String BYTES = "bytes";

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule().addDeserializer(RawJson.class, new Source()))
            .build();

    /** Whatever JSON is read: what has no list is no document of an alert. */
    AlertDocument {
        Stream.of(joinKeys, terms, events, matched).forEach(Objects::requireNonNull);
    }

    static AlertDocument of(Alert alert) {
        return new AlertDocument(
                alert.reason(),
                alert.rule().name(),
                alert.depth(),
                alert.joinKeys(),
                alert.suppression() == null ? List.of() : alert.suppression().terms(),
                alert.events(),
                alert.matched());
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    static AlertDocument read(byte[] bytes) {
        return JSON.readerFor(AlertDocument.class).withAttribute(BYTES, bytes).readValue(bytes);
    }

    /** Takes a value as it stands in the bytes that are read. */
    private static final class Source extends ValueDeserializer<RawJson> {
        @Override
        public RawJson deserialize(JsonParser parser, DeserializationContext context) {
            byte[] bytes = (byte[]) context.getAttribute(BYTES);
            int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
            parser.skipChildren();
            int end = Math.toIntExact(parser.currentLocation().getByteOffset());
            return new RawJson(Arrays.copyOfRange(bytes, start, end));
        }
    }
}
