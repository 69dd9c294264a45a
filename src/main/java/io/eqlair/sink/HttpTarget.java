package io.eqlair.sink;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * An address that is posted to. It follows no redirects, sends nothing twice by itself, keeps no cookies and uses no proxy. A
 * request has an end, however slowly the answer comes, and an answer is read up to a bound.
 */
final class HttpTarget implements AutoCloseable {

    /** What is shorter is no secret, and stands in many words. */
    private static final int COVERED_LENGTH = 6;

    private final URI uri;
    private final Map<String, Secret> headers;
    private final Duration timeout;
    private final int mostBytes;
    private final InstantSource clock;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sink-timeouts").daemon().factory());

    /**
     * A target.
     *
     * @param endpoint where it is and who may be there
     * @param mostBytes of an answer that are read
     */
    HttpTarget(HttpEndpoint endpoint, int mostBytes, InstantSource clock) {
        this.uri = endpoint.uri();
        this.headers = endpoint.headers();
        this.timeout = endpoint.timeout();
        this.mostBytes = mostBytes;
        this.clock = clock;
        this.client = client(
                Timeout.of(timeout), endpoint.allowPrivate() ? SystemDefaultDnsResolver.INSTANCE : new CheckedNames());
    }

    private static CloseableHttpClient client(Timeout timeout, DnsResolver names) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout)
                        .setConnectionRequestTimeout(timeout)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Eqlair")
                .build();
    }

    /** The same for people: the rest of an address is often all that is needed to use it. */
    String shown() {
        String path = uri.getRawPath();
        boolean more = uri.getRawQuery() != null || (path != null && path.length() > 1);
        return uri.getScheme() + "://" + uri.getRawAuthority() + (more ? "/…" : "");
    }

    /** Posts, and answers what came back; throws what is for people where nobody answered. */
    HttpAnswer post(ContentType type, Map<String, String> more, List<byte[]> body) throws Unanswered {
        HttpPost request = new HttpPost(uri);
        headers.forEach((name, value) -> request.setHeader(name, value.reveal()));
        more.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(joined(body), type));
        ScheduledFuture<?> end = alarm.schedule(request::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, this::answer);
        } catch (IOException | IllegalStateException failed) { // a client that is closed is in no state to send
            throw new Unanswered(
                    request.isCancelled() ? "No answer within " + timeout.toMillis() + " ms." : reason(failed));
        } finally {
            end.cancel(false);
        }
    }

    private static byte[] joined(List<byte[]> parts) {
        byte[] all = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int end = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, end, part.length);
            end += part.length;
        }
        return all;
    }

    private HttpAnswer answer(ClassicHttpResponse response) throws IOException {
        Header wait = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        String body = beginning(response.getEntity());
        return new HttpAnswer(
                response.getCode(),
                HttpAnswer.retryAfter(wait == null ? null : wait.getValue(), clock.instant()),
                body);
    }

    @SuppressWarnings("NullAway") // there is no entity where there is no body
    private String beginning(HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        try (InputStream body = entity.getContent()) {
            return new String(body.readNBytes(mostBytes), StandardCharsets.UTF_8);
        }
    }

    /** A text of the receiver's, which may have sent back what it got, for people. */
    String covered(String text) {
        return Stream.concat(
                        headers.values().stream()
                                .flatMap(value -> Stream.of(value.reveal().split(" "))),
                        Stream.of(String.valueOf(uri.getRawPath()), String.valueOf(uri.getRawQuery())))
                .filter(part -> part.length() >= COVERED_LENGTH)
                .reduce(text, (shown, part) -> shown.replace(part, "***"));
    }

    private String reason(Exception failed) {
        String message = failed.getMessage();
        return covered(message == null ? failed.getClass().getSimpleName() : message);
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        alarm.shutdownNow();
    }

    /** Nobody answered. The message is for people. */
    static final class Unanswered extends Exception {

        private static final long serialVersionUID = 1L;

        Unanswered(String reason) {
            super(reason);
        }

        Receipt receipt() {
            return Receipt.Later.unanswered(String.valueOf(getMessage()));
        }
    }
}
