package io.eqlair.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A request is under way that weighs all there may be; others are told to come again. */
@TestPropertySource(properties = {"eqlair.limits.bytes-in-flight=1KB", "eqlair.limits.event-bytes=100KB"})
class OverloadHttpTest extends HttpTest {

    private static final int KEPT = 2_000;

    @Test
    void bulkRequestsAreToldToComeAgainInPlainText() throws Exception {
        try (Socket slow = halfOfAnEvent()) {
            assertThat(slow.isConnected()).isTrue();
            Answer answer = post("/_bulk", "{\"create\":{}}\n{}\n");
            assertThat(answer).hasStatus(429);
            assertThat(answer.headers().getFirst("Content-Type")).startsWith("text/plain");
            assertThat(answer.headers().getFirst("Retry-After")).isEqualTo("2");
            assertThat(answer.text()).contains("1024");
            assertThat(get("/actuator/prometheus").text())
                    .containsPattern(
                            "eqlair_requests_refused_total\\{code=\"overloaded\",protocol=\"elasticsearch\"} [1-9]");
        }
    }

    @Test
    void eventsAreRefusedWith503() throws Exception {
        try (Socket slow = halfOfAnEvent()) {
            assertThat(slow.isConnected()).isTrue();
            Answer answer = events("{}");
            assertThat(answer).isProblem(503, "overloaded");
            assertThat(answer.headers().getFirst("Retry-After")).isEqualTo("2");
        }
    }

    @Test
    void readinessDoesNotSufferAndAllGoesOnAfterwards() throws Exception {
        try (Socket slow = halfOfAnEvent()) {
            assertThat(get("/readyz")).hasStatus(200);
            slow.getOutputStream().write(("x".repeat(KEPT) + "\"}\n").getBytes(UTF_8));
            slow.getOutputStream().flush();
            assertThat(new String(slow.getInputStream().readNBytes(12), UTF_8)).isEqualTo("HTTP/1.1 200");
        }
        assertThat(events("{}")).hasAccepted(1, 0);
        assertThat(post("/_bulk", "{\"create\":{}}\n{}\n")).hasStatus(200);
    }

    /** Its other half is waited for. */
    private Socket halfOfAnEvent() throws IOException, InterruptedException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream out = socket.getOutputStream();
        String head = "POST " + EVENTS + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + (2 * KEPT + 9) + "\r\n\r\n";
        out.write((head + "{\"a\":\"" + "x".repeat(KEPT)).getBytes(UTF_8));
        out.flush();
        while (!get("/actuator/prometheus").text().contains("eqlair_requests_bytes 2")) {
            Thread.sleep(20);
        }
        return socket;
    }
}
