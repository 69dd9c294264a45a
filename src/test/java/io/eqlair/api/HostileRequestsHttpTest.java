package io.eqlair.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that nobody sends by mistake: each is answered soon, and the service goes on as before. */
@Timeout(60)
class HostileRequestsHttpTest extends HttpTest {

    private static final String VALIDATE = RULES + "/validate";
    private static final String RULE = """
            [rule]
            type = "eql"
            rule_id = "5d1c8a60-91b7-4e55-a7f3-0c2b7e4f9a11"
            name = "Netcat listens"
            severity = "low"
            risk_score = 21
            query = 'any where true'
            """;

    /** Odd, and JSON nevertheless. */
    static List<String> oddEvents() {
        return List.of(
                "{\"a\":1e999999,\"b\":-1e999999,\"c\":1e-999999}",
                "{\"a\":" + "9".repeat(1_000) + "}",
                "{\"a\":1,\"a\":2,\"a\":{\"b\":3},\"a.b\":4}",
                "{\"a\":\"\\u0000\",\"\\u0000\":1}",
                "{\"a\":\"\\ud800\",\"b\":\"\\udc00\\ud800\"}",
                "{\"" + "k".repeat(100_000) + "\":1}",
                "{\"a" + ".a".repeat(50_000) + "\":1}",
                "{\"\":{\"\":1},\".\":2,\"..\":3}",
                "{\"@timestamp\":1e999999}",
                "{\"@timestamp\":\"99999999999-99-99T99:99:99Z\"}",
                "{\"a\":[" + "1,".repeat(90_000) + "1]}",
                "{" + "\"a\":1,".repeat(50_000) + "\"b\":2}");
    }

    @ParameterizedTest
    @MethodSource("oddEvents")
    void whatIsJsonIsTaken(String event) {
        assertThat(events("{}\n" + event + "\n{}")).hasAccepted(3, 0);
    }

    static List<String> badEvents() {
        return List.of(
                "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000),
                "{\"a\":" + "9".repeat(10_000) + "}",
                "{\"a\":\"x\0y\"}",
                "{\"a\":\"\u00c3(\"}",
                "{\"a\":\"\u00ed\u00a0\u0080\"}",
                "{\"a\":\"\u00ff\u00fe\"}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{'a':1}",
                "{\"a\":1}/* no */");
    }

    /** Bytes, not characters: some are no UTF-8. */
    @ParameterizedTest
    @MethodSource("badEvents")
    void whatIsNotIsRefusedAlone(String event) {
        assertThat(post(EVENTS, ("{}\n" + event + "\n{}").getBytes(ISO_8859_1), Map.of()))
                .hasAccepted(2, 1);
    }

    @Test
    void headersThatAreTooLargeAreRefused() throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(RawClient.post("Content-Length: 2", "X: " + "x".repeat(17_000)) + "{}");
            assertThat(client.readToEnd())
                    .startsWith("HTTP/1.1 400")
                    .contains("\"code\":\"request_unreadable\"", "16384 bytes", "server.max-http-request-header-size");
        }
        try (RawClient client = new RawClient(port)) {
            client.send(RawClient.post("Connection: close", "Content-Length: 2", "X: " + "x".repeat(15_000)) + "{}");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 200");
        }
        assertThat(events("{}")).hasAccepted(1, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: -1",
                "Content-Length: 99999999999999999999",
                "Content-Length: x",
                "Content-Length: 2\r\nContent-Length: 3",
                "Content-Length: 2\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: gzip, chunked, chunked",
                "Transfer-Encoding: what",
                "no header at all",
                "Content-Encoding: \u0001"
            })
    void headersThatMakeNoSenseDoNoHarm(String header) throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(RawClient.post("Connection: close", header) + "{}").halfClose();
            assertThat(client.readToEnd()).doesNotStartWith("HTTP/1.1 500");
        }
        assertThat(events("{}")).hasAccepted(1, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/9.9\r\n\r\n",
                "\0\0\0\0",
                "SSH-2.0-x\r\n",
                "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n"
            })
    void whatIsNotHttpIsNoTrouble(String text) throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(text).halfClose();
            assertThat(client.readToEnd()).doesNotContain("root:").doesNotStartWith("HTTP/1.1 500");
        }
        assertThat(events("{}")).hasAccepted(1, 0);
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsToldSo() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            for (int i = 0; i < 400; i++) {
                zip.putNextEntry(new ZipEntry(i + ".toml"));
                zip.write(new byte[1 << 20]);
            }
        }
        Answer answer = post(VALIDATE, bomb.toByteArray(), Map.of());
        assertThat(answer).hasStatus(200).has("/valid", false);
        assertThat(answer.text()).contains("rule_archive_too_large", "268435456");
    }

    @Test
    void namesInAnArchiveLeadNowhere() throws IOException {
        Path directory = Files.createTempDirectory("eqlair-names-");
        List<String> names = List.of(directory + "/absolute.toml", "../../../../../.." + directory + "/up.toml");
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(RULE.getBytes(UTF_8));
            }
        }
        assertThat(post(VALIDATE, archive.toByteArray(), Map.of())).hasStatus(200);
        assertThat(directory).isEmptyDirectory();
    }
}
