package io.eqlair.api.shipper;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** fluent-plugin-elasticsearch. */
final class FluentdElasticsearch implements Shipper {

    private static final Set<String> UNRECOVERABLE = Set.of("out_of_memory_error", "es_rejected_execution_exception");

    @Override
    public List<Question> questions() {
        return List.of(
                new Question(
                        Call.get("/"),
                        reply -> reply.header("X-Elastic-Product").equals("Elasticsearch")
                                && reply.at("/version/number").matches("\\d+\\.\\d+\\.\\d+")),
                Question.of(Call.head("/_index_template/fluentd")),
                Question.of(Call.put("/_index_template/fluentd")),
                Question.of(Call.get("/_ilm/policy/logstash-policy")),
                Question.of(Call.get("/_nodes/http")));
    }

    @Override
    public Call deliver(List<Doc> events) {
        String body = Shipper.bulk(events, event -> "{\"index\":{\"_index\":\"fluentd\"" + event.idMember() + "}}");
        String mediaType = "application/vnd.elasticsearch+x-ndjson; compatible-with=9";
        return Call.post("/_bulk", mediaType, body)
                .with("Accept", "application/vnd.elasticsearch+json; compatible-with=9");
    }

    @Override
    public Fate judge(int events, Reply reply) {
        JsonNode json = reply.json();
        if (!reply.isGood() || json == null) {
            return new Fate.RetriedWhole();
        }
        if (!json.path("errors").asBoolean()) {
            return new Fate.Acknowledged();
        }
        return json.path("items").size() == events ? byItem(json.path("items")) : new Fate.Dropped();
    }

    private static Fate byItem(JsonNode items) {
        SortedSet<Integer> retried = new TreeSet<>();
        SortedSet<Integer> dropped = new TreeSet<>();
        for (int i = 0; i < items.size(); i++) {
            JsonNode result = Shipper.result(items.get(i));
            int status = result.path("status").asInt();
            String type = result.at("/error/type").asString("");
            if (UNRECOVERABLE.contains(type)) {
                return new Fate.Dropped(); // with all that came with it
            }
            if (status > 201 && status != 409) {
                (status == 400 || type.isEmpty() ? dropped : retried).add(i);
            }
        }
        return new Fate.ByItem(retried, dropped);
    }
}
