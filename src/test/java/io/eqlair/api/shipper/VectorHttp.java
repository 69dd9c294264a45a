package io.eqlair.api.shipper;

import java.util.List;
import java.util.stream.Collectors;

/** Vector's sink http: an array, or with {@code payload_prefix} and {@code payload_suffix} an object around it. */
final class VectorHttp implements Shipper {

    @Override
    public boolean isBulk() {
        return false;
    }

    @Override
    public List<Question> questions() {
        return List.of(new Question(Call.head("/api/v1/events"), reply -> reply.status() == 200));
    }

    @Override
    public Call deliver(List<Doc> events) {
        String body = events.stream().map(Doc::json).collect(Collectors.joining(",", "{\"events\":[", "]}"));
        return Call.post("/api/v1/events", "application/json", body).gzip();
    }

    @Override
    public Fate judge(int events, Reply reply) {
        int status = reply.status();
        if (reply.isGood()) {
            return new Fate.Acknowledged();
        }
        boolean again = status == 408 || status == 429 || (status >= 500 && status != 501);
        return again ? new Fate.RetriedWhole() : new Fate.Dropped();
    }
}
