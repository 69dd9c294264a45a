package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.test.context.TestPropertySource;

/** Clients that are slow or leave early: they are ended, and others do not notice. */
@TestPropertySource(properties = {"eqlair.limits.body-time=2s", "server.tomcat.connection-timeout=3s"})
@Timeout(120)
class SlowClientsHttpTest extends HttpTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    @Test
    void aBodyThatComesByteByByteIsEnded() throws Exception {
        try (RawClient client = new RawClient(port)) {
            client.send(RawClient.post("Content-Length: 100000"));
            assertThat(isEnded(client)).isTrue();
            assertThat(client.readToEnd())
                    .startsWith("HTTP/1.1 408")
                    .contains("\"code\":\"body_time\"", "2 s", "eqlair.limits.body-time");
        }
    }

    @Test
    void aBodyThatIsSlowToFollowItsRefusalIsEnded() throws Exception {
        try (RawClient client = new RawClient(port)) {
            client.send(RawClient.post("Content-Length: 100000", "Content-Encoding: br"));
            assertThat(client.readHeaders()).startsWith("HTTP/1.1 415");
            assertThat(isEnded(client)).isTrue();
        }
    }

    @Test
    void aBodyThatStopsIsEnded() throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(RawClient.post("Content-Length: 100000") + "{}\n");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 408").contains("application/problem+json");
        }
    }

    @Test
    void othersAreNotHeldUp() throws Exception {
        List<RawClient> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                slow.add(new RawClient(port).send(RawClient.post("Content-Length: 1000") + "{\"a\":\"x\"}\n{\"a\""));
            }
            for (int i = 0; i < 50; i++) {
                assertSoonTaken();
            }
        } finally {
            closeAll(slow);
        }
    }

    @Test
    void whoSendsNoMoreIsStillAnswered() throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(RawClient.post("Content-Length: 2", "Connection: close") + "{}")
                    .halfClose();
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 200").contains("\"accepted\":1");
        }
    }

    @Test
    void whoSendsNoMoreTooEarlyIsToldOrCutOff() throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(RawClient.post("Content-Length: 100") + "{}\n{").halfClose();
            assertThat(client.readToEnd()).doesNotStartWith("HTTP/1.1 2");
        }
        assertThat(events("{}")).hasAccepted(1, 0);
    }

    @Test
    void connectionsThatBreakInTheMiddleDoNoHarm() throws IOException {
        for (int i = 0; i < 200; i++) {
            try (RawClient client = new RawClient(port)) {
                client.send(RawClient.post(
                        "Content-Length: 100000", "Content-Encoding: " + (i % 2 == 0 ? "gzip" : "zstd")));
                client.send(new byte[] {31, -117, 8, 0});
                client.reset();
            }
        }
        assertThat(events("{}")).hasAccepted(1, 0);
        assertThat(get("/readyz").status()).isEqualTo(200);
    }

    private void assertSoonTaken() {
        long start = System.nanoTime();
        assertThat(events("{}")).hasAccepted(1, 0);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    /** Sends a byte at a time for six seconds, or until the service has had enough of it. */
    private static boolean isEnded(RawClient client) throws InterruptedException {
        try {
            for (int i = 0; i < 300; i++) {
                client.send(" ");
                Thread.sleep(20);
            }
            return false;
        } catch (IOException cut) {
            return true;
        }
    }

    private static void closeAll(List<RawClient> clients) throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
    }
}
