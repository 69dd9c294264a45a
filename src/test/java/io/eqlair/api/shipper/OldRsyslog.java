package io.eqlair.api.shipper;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** rsyslog's omelasticsearch as of 8.2302, which Debian 12 has. */
final class OldRsyslog implements Shipper {

    /** Asked after a connection was lost. */
    @Override
    public List<Question> questions() {
        return List.of(Question.of(asked(Call.head("/_cat/health"))), Question.of(asked(Call.get("/_cat/health"))));
    }

    private static Call asked(Call call) {
        return call.with("Content-Type", "application/json; charset=utf-8").with("User-Agent", "");
    }

    @Override
    public boolean believesNoRefusal() {
        return true;
    }

    /** Its templates end with a line break, and so an empty line stands behind each document. */
    @Override
    public Call deliver(List<Doc> events) {
        String body = Shipper.bulk(events, event -> "{\"index\":{\"_index\": \"logs\",\"_type\":\"events\"}}")
                .replaceAll("(?<!events\"}})\n", "\n\n");
        return Call.post("/_bulk", "application/json; charset=utf-8", body).with("User-Agent", "");
    }

    /**
     * Whatever is JSON must have items, whatever the status: else the batch is written to the file of errors. With each answer that is not
     * JSON an event is lost. What breaks off is sent again.
     */
    @Override
    public Fate judge(int events, Reply reply) {
        if (reply.isBrokenOff()) {
            return new Fate.RetriedWhole();
        }
        JsonNode json = reply.json();
        return json != null && json.path("items").isArray()
                ? Shipper.byItem(json.path("items"), status -> status == 429, status -> status >= 300)
                : new Fate.Dropped();
    }
}
