package io.eqlair.sink;

import io.eqlair.alert.Alert;
import io.eqlair.format.AlertFormat;
import io.eqlair.rule.Sha256;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

/**
 * Posts alerts to an address. One alert is a request of its own, whose body is its document, or an array where its format makes
 * several; of a digest the body is always an array.
 *
 * <pre>
 * Idempotency-Key: 1b35e464f63382ff3e373c3d12ca3510      of a digest: a hash of the ids in it
 * webhook-id: 1b35e464f63382ff3e373c3d12ca3510
 * webhook-timestamp: 1795602756                          of this attempt
 * webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
 *
 * {"id": "1b35e464f63382ff3e373c3d12ca3510", …}
 * </pre>
 */
public final class WebhookSink implements Sink {

    /** A digest ends where it has so many. */
    private static final int MOST_BYTES = 4 << 20;

    private static final int MOST_ANSWER = 1 << 14;
    private static final byte[] OPEN = {'['};
    private static final byte[] NEXT = {','};
    private static final byte[] CLOSE = {']'};

    private final HttpTarget target;
    private final AlertFormat format;
    private final @Nullable WebhookSignature signature;
    private final int digest;
    private final InstantSource clock;

    /**
     * A webhook.
     *
     * @param signature null where requests are not signed
     * @param digest how many alerts are sent together; 1 for each by itself
     */
    public WebhookSink(
            HttpEndpoint endpoint,
            AlertFormat format,
            @Nullable WebhookSignature signature,
            int digest,
            InstantSource clock) {
        this.target = new HttpTarget(endpoint, MOST_ANSWER, clock);
        this.format = format;
        this.signature = signature;
        this.digest = digest;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "webhook";
    }

    @Override
    public String target() {
        return target.shown();
    }

    @Override
    public int most() {
        return digest;
    }

    @Override
    public List<Receipt> deliver(List<Alert> batch) {
        List<byte[]> documents = new ArrayList<>();
        int taken = 0;
        for (int bytes = 0; taken < batch.size() && bytes < MOST_BYTES; taken++) {
            List<byte[]> some = Documents.of(batch.get(taken), format);
            documents.addAll(some);
            bytes += some.stream().mapToInt(document -> document.length).sum();
        }
        boolean isArray = digest > 1 || documents.size() > 1;
        Receipt receipt = post(key(batch.subList(0, taken)), isArray ? array(documents) : documents);
        return Collections.nCopies(taken, receipt);
    }

    /** The same for the same alerts. */
    private static String key(List<Alert> alerts) {
        String ids = alerts.stream().map(Alert::id).collect(Collectors.joining(" "));
        return alerts.size() == 1 ? ids : Sha256.hex(ids).substring(0, 32);
    }

    private static List<byte[]> array(List<byte[]> documents) {
        List<byte[]> parts = new ArrayList<>();
        for (byte[] document : documents) {
            parts.add(parts.isEmpty() ? OPEN : NEXT);
            parts.add(document);
        }
        parts.add(CLOSE);
        return parts;
    }

    private Receipt post(String id, List<byte[]> body) {
        try {
            HttpAnswer answer = target.post(ContentType.APPLICATION_JSON, headers(id, body), body);
            return answer.receipt(target.covered(answer.words()));
        } catch (HttpTarget.Unanswered failed) {
            return failed.receipt();
        }
    }

    private Map<String, String> headers(String id, List<byte[]> body) {
        long timestamp = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Idempotency-Key", id);
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(timestamp));
        if (signature != null) {
            headers.put("webhook-signature", signature.sign(id, timestamp, body));
        }
        return headers;
    }

    @Override
    public void close() {
        target.close();
    }
}
