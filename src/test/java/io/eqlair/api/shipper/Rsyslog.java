package io.eqlair.api.shipper;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** rsyslog's omelasticsearch since 8.2510. */
final class Rsyslog implements Shipper {

    private final OldRsyslog old = new OldRsyslog();

    @Override
    public List<Question> questions() {
        return List.of(
                new Question(Call.get("/"), reply -> reply.at("/version/number").matches("\\d+\\..*")));
    }

    @Override
    public boolean believesNoRefusal() {
        return true;
    }

    @Override
    public Call deliver(List<Doc> events) {
        return old.deliver(events);
    }

    @Override
    public Fate judge(int events, Reply reply) {
        int status = reply.status();
        if (reply.isBrokenOff() || status == 401 || status == 403 || status == 429 || status >= 500) {
            return new Fate.RetriedWhole();
        }
        JsonNode json = reply.json();
        return json != null && json.path("items").isArray()
                ? Shipper.byItem(json.path("items"), item -> item == 429 || item >= 500, item -> item >= 300)
                : new Fate.Dropped();
    }
}
