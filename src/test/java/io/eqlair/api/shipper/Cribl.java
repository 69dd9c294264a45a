package io.eqlair.api.shipper;

import java.util.List;
import java.util.Set;

/** Cribl's destination Elasticsearch, as its documentation describes it: it goes by the status. */
final class Cribl implements Shipper {

    @Override
    public Call deliver(List<Doc> events) {
        String body = Shipper.bulk(events, event -> "{\"create\":{\"_index\":\"cribl\"" + event.idMember() + "}}");
        return Call.post("/_bulk", "application/x-ndjson", body).gzip();
    }

    @Override
    public Fate judge(int events, Reply reply) {
        return Shipper.byStatus(reply, Set.of(408, 429, 500, 502, 503, 504));
    }
}
