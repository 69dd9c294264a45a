package io.eqlair.api.shipper;

import java.util.List;

/** syslog-ng's http() as of 3.38, one event to a line. */
final class SyslogNgHttp implements Shipper {

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
                .with("User-Agent", "syslog-ng 3.38.1/libcurl 7.88.1");
    }

    @Override
    public Fate judge(int events, Reply reply) {
        return reply.isGood() ? new Fate.Acknowledged() : new Fate.RetriedWhole();
    }
}
