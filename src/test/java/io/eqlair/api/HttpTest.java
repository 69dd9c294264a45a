package io.eqlair.api;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A running service, called over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class HttpTest {

    static final String EVENTS = "/api/v1/events";
    static final String SEARCH = "/api/v1/eql/search";
    static final String RULES = "/api/v1/rules";

    /** Each service keeps its alerts and all else in a place of its own. */
    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) throws IOException {
        Path directory = Files.createTempDirectory("eqlair-");
        registry.add("eqlair.data.dir", directory::toString);
    }

    @LocalServerPort
    int port;

    private RestTestClient client = RestTestClient.bindToServer().build();

    @BeforeEach
    void connect() {
        client = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
    }

    Answer get(String path) {
        return Answer.of(client.get().uri(path).exchange().returnResult(String.class));
    }

    Answer get(String path, Map<String, String> headers) {
        return send(HttpMethod.GET, path, "", headers);
    }

    Answer post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "application/json"));
    }

    Answer post(String path, byte[] body, Map<String, String> headers) {
        return Answer.of(client.post()
                .uri(path)
                .headers(all -> headers.forEach(all::set))
                .body(body)
                .exchange()
                .returnResult(String.class));
    }

    Answer put(String path, String body, Map<String, String> headers) {
        return send(HttpMethod.PUT, path, body, headers);
    }

    Answer patch(String path, String body, Map<String, String> headers) {
        return send(HttpMethod.PATCH, path, body, headers);
    }

    Answer delete(String path, Map<String, String> headers) {
        return send(HttpMethod.DELETE, path, "", headers);
    }

    Answer send(HttpMethod method, String path, String body, Map<String, String> headers) {
        return Answer.of(client.method(method)
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .headers(all -> headers.forEach(all::set))
                .body(body.getBytes(StandardCharsets.UTF_8))
                .exchange()
                .returnResult(String.class));
    }

    /** Posts events as JSON. */
    Answer events(String body) {
        return post(EVENTS, body);
    }
}
