package io.eqlair.api.shipper;

import java.util.List;

/** syslog-ng's elasticsearch-http as of 3.38, which reads no more than the status. */
final class SyslogNg implements Shipper {

    @Override
    public Call deliver(List<Doc> events) {
        String body = Shipper.bulk(events, event -> "{\"index\":{\"_index\":\"logs\"}}");
        return Call.post("/_bulk", "application/x-ndjson", body)
                .with("User-Agent", "syslog-ng 3.38.1/libcurl 7.88.1")
                .with("Accept", "*/*");
    }

    @Override
    public Fate judge(int events, Reply reply) {
        return reply.isGood() ? new Fate.Acknowledged() : new Fate.RetriedWhole();
    }
}
