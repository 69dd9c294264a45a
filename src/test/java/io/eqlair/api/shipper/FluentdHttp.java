package io.eqlair.api.shipper;

import java.util.List;
import java.util.Set;

/** Fluentd's out_http as it is by default: only 503 is worth another attempt. */
final class FluentdHttp implements Shipper {

    @Override
    public boolean isBulk() {
        return false;
    }

    @Override
    public boolean sendsLines() {
        return true;
    }

    @Override
    public Call deliver(List<Doc> events) {
        StringBuilder body = new StringBuilder();
        events.forEach(event -> body.append(event.json()).append('\n'));
        return Call.post("/api/v1/events", "application/x-ndjson", body.toString())
                .with("User-Agent", "Ruby");
    }

    @Override
    public Fate judge(int events, Reply reply) {
        return Shipper.byStatus(reply, Set.of(503));
    }
}
