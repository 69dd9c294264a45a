package io.eqlair.api.shipper;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Filebeat 9, and all that sends as it does: Winlogbeat, Auditbeat, a standalone Elastic Agent. */
final class Filebeat implements Shipper {

    private static final String VERSION = "9.1.0";
    private static final String PATH = "/_bulk?filter_path=errors,items.*.error,items.*.status";

    @Override
    public List<Question> questions() {
        return List.of(
                new Question(beat(Call.get("/")), reply -> isNotOlder(reply.at("/version/number"))),
                new Question(
                        beat(Call.get("/_license?human=false")),
                        reply -> reply.status() == 200
                                && !reply.at("/license/uid").isEmpty()
                                && !reply.at("/license/type").isEmpty()
                                && reply.at("/license/status").equals("active")),
                Question.of(beat(Call.get("/_ilm/policy/filebeat"))),
                Question.of(beat(Call.put("/_ilm/policy/filebeat"))),
                Question.of(beat(Call.head("/_index_template/filebeat-9.1.0"))),
                Question.of(beat(Call.put("/_index_template/filebeat-9.1.0"))),
                Question.of(beat(Call.get("/_data_stream/filebeat-9.1.0"))),
                Question.of(beat(Call.put("/_data_stream/filebeat-9.1.0"))),
                Question.of(beat(Call.get("/_ingest/pipeline/filebeat-9.1.0-system-auth-pipeline"))),
                Question.of(beat(Call.put("/_ingest/pipeline/filebeat-9.1.0-system-auth-pipeline"))));
    }

    private static Call beat(Call call) {
        return call.with("User-Agent", "Elastic-filebeat/" + VERSION + " (linux; amd64; 0123456789abcdef)")
                .with("Accept", "application/json")
                .with("X-Elastic-Product-Origin", "beats");
    }

    /** It sends to no Elasticsearch that is older than itself. */
    private static boolean isNotOlder(String version) {
        return version.compareTo(VERSION) >= 0;
    }

    @Override
    public Call deliver(List<Doc> events) {
        String body =
                Shipper.bulk(events, event -> "{\"create\":{\"_index\":\"filebeat-9.1.0\"" + event.idMember() + "}}");
        return beat(Call.post(PATH, "application/json; charset=UTF-8", body))
                .with("X-Elastic-Uncompressed-Request-Length", String.valueOf(body.length()))
                .gzip();
    }

    @Override
    public Fate judge(int events, Reply reply) {
        if (reply.status() == 413) {
            return events > 1 ? new Fate.Split() : new Fate.Dropped();
        }
        JsonNode json = reply.json();
        if (!reply.isGood()) {
            return new Fate.RetriedWhole();
        }
        return json == null || !json.path("items").isArray() ? new Fate.Acknowledged() : byItem(json.path("items"));
    }

    /** An item with more than one operation, or none, ends its reading: what is left counts as sent. */
    private static Fate byItem(JsonNode items) {
        SortedSet<Integer> retried = new TreeSet<>();
        SortedSet<Integer> dropped = new TreeSet<>();
        for (int i = 0; i < items.size() && items.get(i).size() == 1; i++) {
            int status = Shipper.result(items.get(i)).path("status").asInt();
            if (status == 429 || status >= 500) {
                retried.add(i);
            } else if (status >= 300 && status != 409) {
                dropped.add(i);
            }
        }
        return retried.isEmpty() && dropped.isEmpty() ? new Fate.Acknowledged() : new Fate.ByItem(retried, dropped);
    }
}
