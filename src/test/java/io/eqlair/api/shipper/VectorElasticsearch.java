package io.eqlair.api.shipper;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Vector's sink elasticsearch, with {@code request_retry_partial}. */
final class VectorElasticsearch implements Shipper {

    private static final Set<String> OPERATIONS = Set.of("index", "create", "update");

    @Override
    public List<Question> questions() {
        return List.of(
                new Question(vector(Call.get("/_cluster/health")), reply -> reply.status() == 200),
                new Question(
                        vector(Call.get("/")),
                        reply -> reply.at("/version/number").matches("\\d+\\..*")));
    }

    private static Call vector(Call call) {
        return call.with("User-Agent", "Vector/0.49.0 (x86_64-unknown-linux-gnu)");
    }

    @Override
    public Call deliver(List<Doc> events) {
        String body = Shipper.bulk(
                events, event -> "{\"create\":{\"_index\":\"vector\",\"_type\":\"_doc\"" + event.idMember() + "}}");
        return vector(Call.post("/_bulk?timeout=60s", "application/x-ndjson", body))
                .gzip();
    }

    @Override
    public Fate judge(int events, Reply reply) {
        if (!reply.isGood()) {
            boolean again = reply.status() == 429 || (reply.status() >= 500 && reply.status() != 501);
            return again ? new Fate.RetriedWhole() : new Fate.Dropped();
        }
        if (!reply.body().contains("\"errors\":true")) {
            return new Fate.Acknowledged();
        }
        JsonNode json = reply.json();
        return json != null && json.path("items").values().stream().allMatch(VectorElasticsearch::isKnown)
                ? Shipper.byItem(json.path("items"), status -> status == 429 || status >= 500, status -> status >= 300)
                : new Fate.Dropped();
    }

    /** What it cannot read it takes for a failure of the whole. */
    private static boolean isKnown(JsonNode item) {
        JsonNode error = Shipper.result(item).path("error");
        boolean complete = error.isMissingNode() || (error.has("type") && error.has("reason"));
        return complete && OPERATIONS.containsAll(item.propertyNames());
    }
}
