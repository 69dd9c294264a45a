package io.eqlair.api.shipper;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Fluent Bit's output es, with no limit of retries. */
final class FluentBitElasticsearch implements Shipper {

    private static final int BUFFER = 512 * 1024;

    @Override
    public Call deliver(List<Doc> events) {
        String body = Shipper.bulk(
                events, event -> "{\"create\":{\"_index\":\"fluent-bit\",\"_type\":\"_doc\"" + event.idMember() + "}}");
        return Call.post("/_bulk", "application/x-ndjson", body).with("User-Agent", "Fluent-Bit");
    }

    @Override
    public Fate judge(int events, Reply reply) {
        boolean good = reply.status() == 200 || reply.status() == 201;
        return good && !reply.body().isEmpty() && isFlushed(reply) ? new Fate.Acknowledged() : new Fate.RetriedWhole();
    }

    /** Of an answer that its buffer does not hold it looks at the beginning. */
    private static boolean isFlushed(Reply reply) {
        String body = reply.body();
        JsonNode json = body.length() > BUFFER ? null : reply.json();
        return json == null
                ? body.substring(0, Math.min(BUFFER, body.length())).contains("\"errors\":false,\"items\":[")
                : isFlushed(json);
    }

    /** One item that went well is enough; whatever has failed beside it is forgotten. */
    private static boolean isFlushed(JsonNode json) {
        List<String> names = List.copyOf(json.propertyNames());
        if (!json.path("errors").asBoolean()) {
            return json.has("errors");
        }
        return names.indexOf("errors") < names.indexOf("items")
                && json.path("items").values().stream()
                        .map(item -> Shipper.result(item).path("status").asInt())
                        .anyMatch(status -> status == 200 || status == 201);
    }
}
