package io.eqlair.api.shipper;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The OpenTelemetry Collector's elasticsearchexporter. */
final class OtelElasticsearch implements Shipper {

    private static final String PATH = "/_bulk?filter_path=items.*._index,items.*.status,items.*.failure_store,"
            + "items.*.error.type,items.*.error.reason&require_data_stream=true&include_source_on_error=false";

    @Override
    public List<Question> questions() {
        return List.of(Question.of(Call.get("/_nodes/http")));
    }

    @Override
    public Call deliver(List<Doc> events) {
        String body = Shipper.bulk(
                events, event -> "{\"create\":{\"_index\":\"logs-generic-default\"" + event.idMember() + "}}");
        return Call.post(PATH, "application/json", body)
                .with("X-Elastic-Event-Count", String.valueOf(events.size()))
                .gzip();
    }

    @Override
    public Fate judge(int events, Reply reply) {
        JsonNode json = reply.json();
        if (reply.status() == 429) {
            return new Fate.RetriedWhole();
        }
        return reply.status() > 299 || json == null
                ? new Fate.Dropped()
                : Shipper.byItem(json.path("items"), status -> status == 429, status -> status > 299);
    }
}
