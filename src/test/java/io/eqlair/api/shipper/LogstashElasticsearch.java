package io.eqlair.api.shipper;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Logstash's output elasticsearch, 12.1. */
final class LogstashElasticsearch implements Shipper {

    private static final String PATH = "/_bulk?filter_path=errors,items.*.error,items.*.status";
    private static final Set<Integer> GIVEN_UP = Set.of(400, 404, 409);

    @Override
    public List<Question> questions() {
        return List.of(
                Question.of(logstash(Call.head("/"))),
                new Question(
                        logstash(Call.get("/")),
                        reply -> reply.header("X-Elastic-Product").equals("Elasticsearch")
                                && reply.at("/version/build_flavor").equals("default")
                                && reply.at("/tagline").equals("You Know, for Search")
                                && !reply.at("/cluster_uuid").isEmpty()),
                new Question(
                        logstash(Call.get("/_license")),
                        reply -> reply.at("/license/status").equals("active")),
                Question.of(logstash(Call.head("/_index_template/ecs-logstash"))),
                Question.of(logstash(Call.put("/_index_template/ecs-logstash"))),
                Question.of(logstash(Call.get("/_ilm/policy/logstash-policy"))),
                Question.of(logstash(Call.put("/_ilm/policy/logstash-policy"))),
                Question.of(logstash(Call.head("/logstash"))),
                Question.of(logstash(Call.put("/%3Clogstash-%7Bnow%2Fd%7D-000001%3E"))),
                new Question(logstash(Call.get("/_nodes/http")), LogstashElasticsearch::staysHere));
    }

    /** Whoever sniffs goes on with the addresses of the nodes. */
    private static boolean staysHere(Reply reply) {
        JsonNode json = reply.json();
        return json != null
                && json.path("nodes").values().stream()
                        .map(node -> node.at("/http/publish_address").asString(""))
                        .allMatch(address -> address.startsWith("127.0.0.1:"));
    }

    private static Call logstash(Call call) {
        return call.with("User-Agent", "Logstash/9.1.0 (OS=Linux-6.1.0-amd64; JVM=Eclipse Adoptium-21.0.8)")
                .with("x-elastic-product-origin", "logstash-output-elasticsearch");
    }

    @Override
    public Call deliver(List<Doc> events) {
        String body = Shipper.bulk(events, LogstashElasticsearch::action);
        return logstash(Call.post(PATH, "application/json", body))
                .with("X-Elastic-Event-Count", String.valueOf(events.size()))
                .with("X-Elastic-Uncompressed-Request-Length", String.valueOf(body.length()))
                .gzip();
    }

    private static String action(Doc event) {
        String id = event.id() == null ? "null" : "\"" + event.id() + "\"";
        return "{\"index\":{\"_id\":" + id + ",\"_index\":\"logstash\",\"routing\":null}}";
    }

    @Override
    public Fate judge(int events, Reply reply) {
        if (reply.status() == 413) {
            return new Fate.Dropped();
        }
        JsonNode json = reply.json();
        if (!reply.isGood() || json == null) {
            return new Fate.RetriedWhole();
        }
        if (!json.path("errors").asBoolean()) {
            return new Fate.Acknowledged();
        }
        JsonNode items = json.path("items");
        return items.size() == events
                ? Shipper.byItem(items, status -> status > 201 && !GIVEN_UP.contains(status), GIVEN_UP::contains)
                : new Fate.RetriedWhole();
    }
}
