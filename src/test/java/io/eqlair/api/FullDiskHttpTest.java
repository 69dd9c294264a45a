package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/** A database that may not grow any more: SQLite says the same then as when the disk is full. */
@TestPropertySource(properties = FullDiskHttpTest.SMALL)
class FullDiskHttpTest extends HttpTest {

    static final String SMALL =
            "spring.datasource.url=jdbc:sqlite:${eqlair.data.dir}/alerts.db?journal_mode=WAL&busy_timeout=5000"
                    + "&foreign_keys=true&max_page_count=400";

    @Value("${eqlair.data.dir}")
    private String directory;

    private int next;

    @Test
    void nothingIsAcknowledgedUntilThereIsRoomAgain() throws SQLException {
        String refused = fill();
        assertThat(post(EVENTS, refused))
                .isProblem(503, "store_unavailable")
                .says("full", "Send the same request again");
        assertThat(post(EVENTS, refused).headers().getFirst("Retry-After")).isNotBlank();
        Answer readiness = get("/readyz");
        assertThat(readiness).hasStatus(503).has("/components/alertStore/status", "OUT_OF_SERVICE");
        assertThat(readiness.at("/components/alertStore/details/reason").asString())
                .contains("full");
        assertThat(get("/livez")).hasStatus(200);
        makeRoom();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get("/readyz")).hasStatus(200));
        assertThat(post(EVENTS, refused)).firesRules("Netcat").hasNot("/known_alerts");
        assertThat(post(EVENTS, refused))
                .firesRules("Netcat")
                .has("/known_alerts/0", post(EVENTS, refused).at("/alerts/0/id").asString());
    }

    /** Posts events that raise alerts until one is refused, and answers that. */
    private String fill() {
        for (int i = 0; i < 1_000; i++) {
            String event = event();
            if (post(EVENTS, event).status() == 503) {
                return event;
            }
        }
        throw new AssertionError("the database must be full some time");
    }

    private String event() {
        return "{\"event\":{\"id\":\"" + next++ + "\",\"category\":\"process\",\"type\":\"start\",\"action\":\"exec\"},"
                + "\"host\":{\"os\":{\"type\":\"linux\"}},\"process\":{\"name\":\"nc\",\"args\":[\"nc\",\"-l\",\"-p\",\"1\"]},"
                + "\"message\":\"" + "x".repeat(3_000) + "\"}";
    }

    private void makeRoom() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + directory + "/alerts.db?busy_timeout=5000");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from alert_hosts");
            statement.executeUpdate("delete from alerts where seq % 4 > 0");
        }
    }
}
