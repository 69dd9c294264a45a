package io.eqlair.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A server that takes alerts as a test says, and remembers what it was sent. */
final class Receiver implements AutoCloseable {

    /** What it was sent, and what it answered; 0 where it did not. */
    record Request(String path, Map<String, List<String>> headers, String body, Instant at, int status) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }

        /** The alert that it brought. */
        String key() {
            return header("Idempotency-Key");
        }
    }

    /**
     * An answer.
     *
     * @param status 0: the connection is dropped
     * @param delay before it comes
     */
    record Reply(int status, String body, Map<String, String> headers, Duration delay) {

        static final Reply OK = of(200);
        static final Reply DROPPED = of(0);

        static Reply of(int status) {
            return of(status, "");
        }

        static Reply of(int status, String body) {
            return new Reply(status, body, Map.of(), Duration.ZERO);
        }

        Reply with(String header, String value) {
            return new Reply(status, body, Map.of(header, value), delay);
        }

        Reply after(Duration wait) {
            return new Reply(status, body, headers, wait);
        }
    }

    private final HttpServer server;
    private final List<Request> requests = new ArrayList<>();
    private volatile Function<Request, Reply> behaviour = request -> Reply.OK;

    private Receiver(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        server.createContext("/", this::answer);
        server.start();
    }

    static Receiver open() {
        return at(0);
    }

    static Receiver at(int port) {
        try {
            return new Receiver(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port() + "/secret-path");
    }

    Receiver answering(Function<Request, Reply> how) {
        behaviour = how;
        return this;
    }

    /** Answers these one after the other, and from then on that all is well. */
    Receiver answering(Reply... replies) {
        int before = all().size();
        return answering(request -> {
            int number = all().size() - before;
            return number < replies.length ? replies[number] : Reply.OK;
        });
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Request request =
                new Request(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body, Instant.now(), 0);
        Reply reply = behaviour.apply(request);
        synchronized (requests) {
            requests.add(new Request(request.path(), request.headers(), body, request.at(), reply.status()));
        }
        sleep(reply.delay());
        if (reply.status() == 0) {
            exchange.close();
            return;
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    List<Request> all() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** The keys of what it was sent. */
    List<String> keys() {
        return all().stream().map(Request::key).toList();
    }

    /** The keys of what it took. */
    List<String> taken() {
        return all().stream()
                .filter(request -> request.status() == 200)
                .map(Request::key)
                .toList();
    }

    /** Waits until it has taken this. */
    void takes(String... keys) {
        Waiting.until(() -> assertThat(taken()).containsExactly(keys));
    }

    @Nullable
    Request last() {
        List<Request> all = all();
        return all.isEmpty() ? null : all.getLast();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
