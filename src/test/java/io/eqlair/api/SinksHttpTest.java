package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service with a file, a webhook that refuses everything at first, and a sink that is switched off. */
class SinksHttpTest extends HttpTest {

    private static final String SINKS = "/api/v1/sinks";
    private static final AtomicInteger STATUS = new AtomicInteger(400);
    private static final HttpServer SERVER = server();
    private static final Path FILE =
            Path.of(System.getProperty("java.io.tmpdir"), "eqlair-" + System.nanoTime() + ".ndjson");

    private static HttpServer server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(STATUS.get(), -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void sinks(DynamicPropertyRegistry registry) {
        registry.add("eqlair.sinks.file.type", () -> "file");
        registry.add("eqlair.sinks.file.path", FILE::toString);
        registry.add("eqlair.sinks.hook.type", () -> "webhook");
        registry.add(
                "eqlair.sinks.hook.url",
                () -> "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/hidden");
        registry.add("eqlair.sinks.hook.secret", () -> "hidden");
        registry.add("eqlair.sinks.hook.allow-private", () -> "true");
        registry.add("eqlair.sinks.off.type", () -> "file");
        registry.add("eqlair.sinks.off.path", () -> FILE + ".off");
        registry.add("eqlair.sinks.off.enabled", () -> "false");
    }

    @AfterAll
    static void stop() throws IOException {
        SERVER.stop(0);
        Files.deleteIfExists(FILE);
    }

    @BeforeEach
    void raise() {
        STATUS.set(400);
        until(() -> assertThat(get(SINKS + "/hook")).has("/state", "running"));
        assertThat(events("""
                {"event.category": "process", "event.type": "start", "event.action": "exec", "host.os.type": "linux",
                 "event.id": "%s", "process.name": "nc", "process.args": ["nc", "-nlvp", "4444"]}""".formatted(System.nanoTime()))).firesRules("Netcat");
        until(() -> assertThat(get(SINKS + "/hook/dead-letters").at("/total").asInt())
                .isPositive());
    }

    @Test
    void sinksAreShownWithHowTheyFare() throws IOException {
        until(() -> assertThat(get(SINKS + "/file")).has("/pending", 0));
        Answer answer = get(SINKS);
        assertThat(answer)
                .hasStatus(200)
                .has("/sinks/0/name", "file")
                .has("/sinks/0/type", "file")
                .has("/sinks/0/target", FILE)
                .has("/sinks/0/format", "native")
                .has("/sinks/0/state", "running")
                .has("/sinks/0/last_error", null)
                .has("/sinks/1/name", "hook")
                .has(
                        "/sinks/1/target",
                        "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/…")
                .has("/sinks/1/last_error/reason", "It answered 400")
                .has("/sinks/2/name", "off")
                .has("/sinks/2/state", "stopped");
        assertThat(answer.text()).doesNotContain("hidden");
        assertThat(Files.readString(FILE)).contains("Netcat").endsWith("\n");
        assertThat(get("/actuator/prometheus").text())
                .contains("eqlair_sink_delivered_total{sink=\"file\"}")
                .contains("eqlair_sink_failed_total{sink=\"hook\"}")
                .contains("eqlair_sink_dead_letters{sink=\"hook\"}")
                .contains("eqlair_sink_pending{sink=\"file\"} 0")
                .contains("eqlair_sink_lag_seconds{sink=\"file\"} 0");
    }

    @Test
    void deadLettersAreListedAndSentAgain() {
        String id = get(SINKS + "/hook/dead-letters?size=1")
                .at("/dead_letters/0/alert_id")
                .asString();
        assertThat(id).hasSize(32);
        STATUS.set(200);
        assertThat(post(SINKS + "/hook/dead-letters/retry?alert_id=" + id, "")).has("/retrying", 1);
        until(() -> assertThat(get(SINKS + "/hook/dead-letters").text()).doesNotContain(id));
    }

    @Test
    void deadLettersAreDropped() {
        String id =
                get(SINKS + "/hook/dead-letters").at("/dead_letters/0/alert_id").asString();
        assertThat(delete(SINKS + "/hook/dead-letters?alert_id=" + id, Map.of()))
                .has("/dropped", 1);
        assertThat(delete(SINKS + "/hook/dead-letters?alert_id=" + id, Map.of()))
                .isProblem(404, "dead_letter_not_found")
                .says(id, "/api/v1/sinks/hook/dead-letters");
        assertThat(delete(SINKS + "/hook/dead-letters", Map.of())).hasStatus(200);
        assertThat(get(SINKS + "/hook/dead-letters")).has("/total", 0);
    }

    @Test
    void sinksThatThereAreNotAreToldSo() {
        assertThat(get(SINKS + "/nobody")).isProblem(404, "sink_not_found");
        assertThat(get(SINKS + "/nobody/dead-letters")).isProblem(404, "sink_not_found");
        assertThat(post(SINKS + "/nobody/dead-letters/retry", "")).isProblem(404, "sink_not_found");
        assertThat(get(SINKS + "/hook/dead-letters?size=0")).isProblem(400, "parameter_range");
        assertThat(get(SINKS + "/hook/dead-letters?alert=x")).isProblem(400, "parameter_unknown");
    }

    private static void until(Runnable assertion) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (Instant.now().isAfter(end)) {
                    throw notYet;
                }
                Thread.onSpinWait();
            }
        }
    }
}
