package io.eqlair.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.ingest.body.Packing;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies in all the ways in which HTTP carries them, and large ones. */
class BodiesHttpTest extends HttpTest {

    private static final String LINE =
            "{\"event.category\":\"network\",\"message\":\"%s\"}\n".formatted("x".repeat(1_000));
    private static final int LINES = 25 * 1024 * 1024 / LINE.length() + 1;

    @Test
    void aBodyOf25MegabytesIsTaken() {
        assertThat(events(LINE.repeat(LINES))).hasAccepted(LINES, 0);
    }

    @Test
    void aBodyOf25MegabytesInChunksIsTaken() throws IOException {
        byte[] chunk = (Integer.toHexString(LINE.length()) + "\r\n" + LINE + "\r\n").getBytes(UTF_8);
        try (RawClient client = new RawClient(port)) {
            client.send(RawClient.post("Transfer-Encoding: chunked"));
            for (int i = 0; i < LINES; i++) {
                client.send(chunk);
            }
            client.send("0\r\n\r\n");
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 200").contains("\"accepted\":" + LINES);
        }
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void aBodyThatUnpacksTo25MegabytesIsTaken(Packing packing) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            body.append(LINE.replace("x".repeat(30), "%030x".formatted(i * 7_919L)));
        }
        byte[] packed = packing.pack(body.toString().getBytes(UTF_8));
        assertThat(post(EVENTS, packed, Map.of("Content-Encoding", packing.encoding())))
                .hasAccepted(LINES, 0);
    }

    @Test
    void whoAsksWhetherToGoOnIsToldSo() throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(RawClient.post("Content-Length: 2", "Expect: 100-continue"));
            assertThat(client.readHeaders()).startsWith("HTTP/1.1 100");
            assertThat(client.send("{}").readAnswer())
                    .startsWith("HTTP/1.1 200")
                    .contains("\"accepted\":1");
        }
    }

    @Test
    void whoAsksWhetherToGoOnWithTooMuchIsRefusedAtOnce() throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(RawClient.post("Content-Length: 200000000", "Expect: 100-continue"));
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 413").contains("body_too_large");
        }
    }

    @Test
    void chunksAndPackingGoTogether() throws IOException {
        byte[] packed = Packing.ZSTD.pack("{}\n{}\n".getBytes(UTF_8));
        try (RawClient client = new RawClient(port)) {
            client.send(RawClient.post("Transfer-Encoding: chunked", "Content-Encoding: zstd"));
            for (byte part : packed) {
                client.send("1\r\n").send(new byte[] {part}).send("\r\n");
            }
            assertThat(client.send("0\r\n\r\n").readAnswer()).contains("\"accepted\":2");
        }
    }

    @Test
    void aConnectionIsOfUseAfterARefusal() throws IOException {
        try (RawClient client = new RawClient(port)) {
            String broken = "{}".repeat(40_000);
            client.send(RawClient.post("Content-Encoding: zstd", "Content-Length: " + broken.length()) + broken);
            String refusal = client.readAnswer();
            assertThat(refusal).startsWith("HTTP/1.1 400").contains("body_packed_badly");
        }
        assertThat(events("{}")).hasAccepted(1, 0);
    }
}
