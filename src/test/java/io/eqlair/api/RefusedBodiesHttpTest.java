package io.eqlair.api;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.ingest.body.BodyLimits;
import io.eqlair.ingest.body.Packing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of which nothing can be taken: what their senders are told. */
class RefusedBodiesHttpTest extends HttpTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\r\n\t ", "\uFEFF"})
    void anEmptyBodyIsNoBatch(String body) {
        assertThat(events(body)).isProblem(400, "body_empty").says("NDJSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello world                | 1 | 0  | found `hello world`",
                "42                         | 1 | 0  | found `42`",
                "\"text\"                   | 1 | 0  | found `\"text\"`",
                "null                       | 1 | 0  | found `null`",
                "' \n\n  a=b&c=d'           | 3 | 5  | found `a=b&c=d`",
                "<html>                     | 1 | 0  | expected `{` or `[`",
                "'{'                        | 1 | 1  | it ends where",
                "'{\"a\":}'                 | 1 | 5  | unexpected character ('}'",
                "'\n{\n \"a\": 1,,\n}'      | 3 | 11 | unexpected character (','",
                "'{\"a\":1} oops'           | 1 | 8  | unrecognized token 'oops'",
                "'[{\"a\":tru}]'            | 1 | 6  | unrecognized token 'tru'",
                "'{\"events\":\n[{\"a\"}]}' | 2 | 16 | unexpected character"
            })
    void whatIsNotJsonIsToldWithItsPlace(String body, int line, int offset, String reason) {
        assertThat(events(body))
                .isProblem(400, "body_not_json")
                .has("/line", line)
                .has("/byte", offset)
                .says("line " + line, "byte " + offset, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[ ", "{\"events\":["})
    void anArrayThatIsNeverClosedIsRefused(String body) {
        assertThat(events(body)).isProblem(400, "body_array_open");
    }

    @Test
    void anotherCharacterSetIsNamed() {
        for (byte[] body : new byte[][] {"{}".getBytes(UTF_16), "{}".getBytes(UTF_16LE), "[{}]".getBytes(UTF_16LE)}) {
            assertThat(post(EVENTS, body, Map.of())).isProblem(400, "body_utf_16");
        }
    }

    @Test
    void aHundredThousandLinesOfTextAreNotJson() {
        assertThat(events("time,host,message\n".repeat(100_001))).isProblem(400, "body_not_json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "zstd", "snappy"})
    void whatIsNotPackedCannotBeUnpacked(String encoding) {
        Map<String, String> header = Map.of("Content-Encoding", encoding);
        assertThat(post(EVENTS, "{}".getBytes(UTF_8), header))
                .isProblem(400, "body_packed_badly")
                .says("`Content-Encoding: " + encoding + "`");
        assertThat(post(EVENTS, new byte[0], header)).isProblem(400, "body_packed_badly");
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void aPackedBodyThatBreaksOffIsRefused(Packing packing) {
        byte[] whole = packing.pack(("{\"a\":\"" + "x".repeat(100) + "\"}\n{}").getBytes(UTF_8));
        for (int length = 0; length < whole.length; length += 1 + length / 8) {
            boolean isStart = packing == Packing.FRAMED_SNAPPY && length == "sNaPpY".length() + 4;
            assertThat(post(EVENTS, Arrays.copyOf(whole, length), Map.of("Content-Encoding", packing.encoding())))
                    .isProblem(400, isStart ? "body_empty" : "body_packed_badly");
        }
    }

    @Test
    void aPackedBodyThatIsDamagedIsRefused() {
        byte[] damaged = EventsHttpTest.gzip("{\"a\":1}");
        damaged[damaged.length - 6] ^= 1;
        assertThat(post(EVENTS, damaged, Map.of("Content-Encoding", "gzip"))).isProblem(400, "body_packed_badly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "compress", "gzip, gzip, gzip"})
    void anotherEncodingIsRefusedAndTheKnownAreTold(String encoding) {
        Answer answer = post(EVENTS, "{}".getBytes(UTF_8), Map.of("Content-Encoding", encoding));
        assertThat(answer)
                .isProblem(415, "body_encoding")
                .says("`" + encoding + "`", "`gzip`", "`deflate`", "`zstd`", "`snappy`");
        assertThat(answer.headers().getFirst("Accept-Encoding")).isEqualTo("gzip, deflate, zstd, snappy");
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void aBombIsRefused(Packing packing) {
        byte[] bomb = packing.pack(new byte[50_000_000]);
        boolean growsTooMuch = bomb.length < 50_000_000 / BodyLimits.RATIO;
        Answer answer = post(EVENTS, bomb, Map.of("Content-Encoding", packing.encoding()));
        if (growsTooMuch) {
            assertThat(answer).isProblem(413, "body_grows").says("200 times", "eqlair.limits.ratio");
        } else {
            assertThat(answer).isProblem(413, "event_too_large");
        }
    }

    @Test
    void chunksThatAreMalformedAreTold() throws Exception {
        String answer = raw("Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"code\":\"body_malformed\"", "\"instance\":\"" + EVENTS + "\"");
    }

    /** Sends headers and a body as they are, and reads to the end of what is answered. */
    private String raw(String headersAndBody) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request =
                    "POST " + EVENTS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headersAndBody;
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void aSingleEventThatIsTooLargeIsRefusedAsAWhole() {
        assertThat(events("{\"a\":\"" + "x".repeat(6_000_000) + "\"}"))
                .isProblem(413, "event_too_large")
                .says("5242880", "eqlair.limits.event-bytes");
    }
}
