package io.eqlair.api.shipper;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Logstash's output http with {@code format => json_batch} and compression. */
final class LogstashHttp implements Shipper {

    @Override
    public boolean isBulk() {
        return false;
    }

    @Override
    public Call deliver(List<Doc> events) {
        String body = events.stream().map(Doc::json).collect(Collectors.joining(",", "[", "]"));
        return Call.post("/api/v1/events", "application/json", body)
                .with("User-Agent", "Manticore 0.9.1")
                .gzip();
    }

    @Override
    public Fate judge(int events, Reply reply) {
        return Shipper.byStatus(reply, Set.of(429, 500, 502, 503, 504));
    }
}
