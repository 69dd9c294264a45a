package io.eqlair.cli;

import io.eqlair.ingest.body.BodyLimits;
import io.eqlair.ingest.body.BodyListener;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** The names of the fields that events have. */
final class EventFields {

    private static final String HIT = "_source";

    private final Set<String> names = new TreeSet<>();

    private EventFields() {}

    /** As far as the events can be read. */
    static Set<String> of(TestCase.Events events) {
        EventFields fields = new EventFields();
        try (EventInput input = new EventInput(events.open());
                InputStream bytes = input.body().open(BodyLimits.NONE, BodyListener.NOBODY);
                MappingIterator<JsonNode> documents =
                        JsonMapper.shared().readerFor(JsonNode.class).readValues(bytes)) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                fields.add("", document.has(HIT) ? document.get(HIT) : document);
            }
        } catch (IOException | JacksonException enough) {
            return fields.names;
        }
        return fields.names;
    }

    private void add(String path, JsonNode value) {
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                add(path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue());
            }
        } else if (value.isArray()) {
            value.forEach(item -> add(path, item));
        } else if (!value.isNull()) {
            names.add(path);
        }
    }
}
