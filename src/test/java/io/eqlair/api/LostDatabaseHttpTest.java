package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A PostgreSQL that is not there yet, comes, goes, and comes back. */
class LostDatabaseHttpTest extends HttpTest {

    private static final int PORT = 15_432;

    @TempDir
    static Path directory;

    private static @Nullable EmbeddedPostgres server;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> "jdbc:postgresql://127.0.0.1:" + PORT + "/postgres?user=postgres");
        registry.add("eqlair.rules.locations", () -> "src/test/resources/crash/rules");
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private static void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPort(PORT)
                .setDataDirectory(directory.resolve("postgres"))
                .setCleanDataDirectory(false)
                .start();
    }

    @Test
    void nothingIsLostThatWasNotAcknowledged() throws IOException {
        assertThat(get("/readyz")).hasStatus(503);
        assertThat(post(EVENTS, event("process", "1", "single"))).isProblem(503, "store_unavailable");
        start();
        awaitReady();
        assertThat(post(EVENTS, event("process", "1", "single"))).firesRules("Every start");
        assertThat(post(EVENTS, event("process", "2", "pair"))).firesNothing();
        stop();
        String last = event("network", "3", "pair");
        assertThat(post(EVENTS, last)).isProblem(503, "store_unavailable");
        assertThat(post("/v1/logs", "{}")).hasStatus(503).has("/code", 14);
        assertThat(get("/readyz")).hasStatus(503);
        assertThat(get("/api/v1/alerts")).hasStatus(503);
        start();
        awaitReady();
        assertThat(post(EVENTS, last)).hasStatus(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get("/api/v1/alerts"))
                        .has("/alerts/0/rule/name", "Start and connection")
                        .has("/alerts/1/rule/name", "Every start")
                        .hasNot("/alerts/2"));
    }

    private void awaitReady() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get("/readyz")).hasStatus(200));
    }

    private static String event(String category, String id, String action) {
        return "{\"@timestamp\":\"2026-01-15T10:00:0" + id + "Z\",\"event\":{\"category\":\"" + category
                + "\",\"action\":\"" + action + "\"},\"process\":{\"entity_id\":\"e\"}}";
    }
}
