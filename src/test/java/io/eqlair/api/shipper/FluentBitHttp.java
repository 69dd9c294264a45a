package io.eqlair.api.shipper;

import java.util.List;
import java.util.stream.Collectors;

/** Fluent Bit's output http with {@code format json_lines}. */
final class FluentBitHttp implements Shipper {

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
        String body = events.stream().map(Doc::json).collect(Collectors.joining("\n"));
        return Call.post("/api/v1/events", "application/x-ndjson", body)
                .with("User-Agent", "Fluent-Bit")
                .gzip();
    }

    @Override
    public Fate judge(int events, Reply reply) {
        int status = reply.status();
        if (status >= 200 && status <= 205) {
            return new Fate.Acknowledged();
        }
        return status == 408 || status == 429 || status >= 500 ? new Fate.RetriedWhole() : new Fate.Dropped();
    }
}
