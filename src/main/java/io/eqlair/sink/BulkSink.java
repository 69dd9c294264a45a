package io.eqlair.sink;

import io.eqlair.alert.Alert;
import io.eqlair.format.AlertFormat;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;

/**
 * Writes documents into an index or a data stream of Elasticsearch or OpenSearch, by its bulk call. Each document has an id of its
 * own and is only ever created, so that what comes again is there once.
 *
 * <pre>
 * {"create":{"_id":"1b35e464f63382ff3e373c3d12ca3510"}}
 * {"@timestamp":"2026-11-22T10:15:00Z", …}
 * </pre>
 */
public final class BulkSink implements Sink {

    /** A request ends where it has so many. */
    private static final int MOST_BYTES = 5 << 20;

    private static final int MOST_ANSWER = 16 << 20;
    private static final ContentType NDJSON = ContentType.create("application/x-ndjson");
    private static final byte[] LINE_END = {'\n'};

    private final HttpTarget target;
    private final AlertFormat format;
    private final int most;

    /**
     * A bulk call.
     *
     * @param endpoint the call itself: {@code https://host:9200/index/_bulk}
     * @param most how many alerts go into a request
     */
    public BulkSink(HttpEndpoint endpoint, AlertFormat format, int most, InstantSource clock) {
        this.target = new HttpTarget(endpoint, MOST_ANSWER, clock);
        this.format = format;
        this.most = most;
    }

    @Override
    public String type() {
        return "elasticsearch";
    }

    @Override
    public String target() {
        return target.shown();
    }

    @Override
    public int most() {
        return most;
    }

    @Override
    public List<Receipt> deliver(List<Alert> batch) {
        List<byte[]> body = new ArrayList<>();
        List<Integer> documents = new ArrayList<>(); // of each alert
        for (int bytes = 0; documents.size() < batch.size() && bytes < MOST_BYTES; ) {
            int before = body.size();
            documents.add(write(batch.get(documents.size()), body));
            bytes += body.subList(before, body.size()).stream()
                    .mapToInt(part -> part.length)
                    .sum();
        }
        return receipts(documents, body);
    }

    /** Adds the lines of an alert, and answers how many documents it has. */
    private int write(Alert alert, List<byte[]> body) {
        List<byte[]> documents = Documents.of(alert, format);
        for (int i = 0; i < documents.size(); i++) {
            String id = DocumentId.of(documents.get(i), alert, i);
            body.add(("{\"create\":{\"_id\":\"" + id + "\"}}\n").getBytes(StandardCharsets.UTF_8));
            body.add(documents.get(i));
            body.add(LINE_END);
        }
        return documents.size();
    }

    private List<Receipt> receipts(List<Integer> documents, List<byte[]> body) {
        try {
            HttpAnswer answer = target.post(NDJSON, Map.of(), body);
            if (answer.isTaken()) {
                return BulkAnswer.receipts(answer.body(), documents, target::covered);
            }
            return Collections.nCopies(documents.size(), answer.receipt(target.covered(answer.words())));
        } catch (HttpTarget.Unanswered failed) {
            return Collections.nCopies(documents.size(), failed.receipt());
        }
    }

    @Override
    public void close() {
        target.close();
    }
}
