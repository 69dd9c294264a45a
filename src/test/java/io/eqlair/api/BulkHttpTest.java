package io.eqlair.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bulk protocol, to the byte: shippers look for literals in answers. */
class BulkHttpTest extends HttpTest {

    private static final Path CASES = Path.of("src/test/resources/api/bulk");
    private static final String NETCAT =
            "{\"event.category\":\"process\",\"event.type\":\"start\",\"event.action\":\"exec\","
                    + "\"host.os.type\":\"linux\",\"process.name\":\"nc\",\"process.args\":\"-l\"}\n";

    /** A path, a body, and behind a line of dashes what is answered, but for how long it took. */
    record Case(String name, String path, String body, int status, String answer) {

        static Case read(Path file) {
            try {
                String text = Files.readString(file);
                int path = text.indexOf('\n');
                int dashes = text.indexOf("--- ");
                int status = Integer.parseInt(text.substring(dashes + 4, dashes + 7));
                String name = String.valueOf(file.getFileName());
                return new Case(
                        name,
                        text.substring(0, path),
                        text.substring(path + 1, dashes),
                        status,
                        text.substring(dashes + 8).strip());
            } catch (IOException e) {
                throw new AssertionError(file.toString(), e);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.sorted().map(Case::read).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersToTheByte(Case one) {
        Answer answer = post(one.path(), one.body());
        assertThat(answer).hasStatus(one.status());
        assertThat(answer.text().replaceFirst("\"took\":\\d+,", "")).isEqualTo(one.answer());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void carriageReturnsAndAByteOrderMarkChangeNothing(Case one) {
        String plain = post(one.path(), one.body().replace("-", "_")).text();
        String other = post(
                        one.path(), "\uFEFF" + one.body().replace("\n", "\r\n").replace("-", "."))
                .text();
        assertThat(withoutPlaces(other).replace(".", "_"))
                .isEqualTo(withoutPlaces(plain).replace(".", "_"));
    }

    /** A carriage return may stand where a document is broken. */
    private static String withoutPlaces(String answer) {
        return answer.replaceFirst("\"took\":\\d+,", "")
                .replaceAll("\"(reason|_id)\":\"[^\"]*(?:\\\\.[^\"]*)*\"", "\"$1\":…");
    }

    @Test
    void aBrokenFirstActionCostsNoOther() {
        assertThat(post("/_bulk", "{\"create\":{\"_id\":\n{\"a\":1}\n{\"create\":{}}\n{}\n"))
                .has("/items/0/create/status", 400)
                .has("/items/1/create/status", 201);
    }

    @Test
    void idsThatAreTooLongAreErrors() {
        String body = "{\"create\":{\"_id\":\"%s\"}}\n{}\n";
        assertThat(post("/_bulk", body.formatted("x".repeat(512)))).has("/items/0/create/status", 201);
        assertThat(post("/_bulk", body.formatted("x".repeat(513))))
                .has("/items/0/create/status", 400)
                .has("/items/0/create/_id", null);
    }

    @Test
    void parametersThatAreEncodedBadlyAreIgnored() throws Exception {
        assertThat(post("/_bulk?filter_path=-items", "{\"create\":{}}\n{}\n").text())
                .doesNotContain("items");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("POST /_bulk?filter_path=%zz&x=[1] HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"
                            .getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
                    .isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void eventsAreShownToTheRules() {
        String body = "{\"create\":{\"_id\":\"shown\"}}\n" + NETCAT;
        assertThat(post("/_bulk", body)).has("/errors", false).hasNot("/alerts");
        assertThat(get("/api/v1/alerts?process.name=nc").text()).contains("\"id\":\"shown\"");
    }

    @Test
    void theIndexOfAnActionDecidesWhichRulesSeeItsEvent() {
        Answer answer = post(
                "/x/_bulk?alerts=true",
                "{\"create\":{\"_index\":\"logs-endpoint.events.process-default\",\"_id\":\"i1\"}}\n" + NETCAT
                        + "{\"create\":{\"_id\":\"i2\"}}\n" + NETCAT);
        assertThat(answer.at("/alerts").size()).isEqualTo(1);
        assertThat(answer).has("/alerts/0/events/0/id", "i1");
    }

    @Test
    void alertsComeInTheAnswerIfAskedFor() {
        String body = "{\"create\":{\"_id\":\"asked\"}}\n" + NETCAT;
        assertThat(post("/_bulk?alerts=true", body)).has("/alerts/0/rule/severity", "medium");
        assertThat(post("/_bulk?alerts=true&format=ecs", body)).has("/alerts/0/event/kind", "alert");
        assertThat(post("/_bulk?alerts=true&filter_path=-items,-took", body).text())
                .startsWith("{\"errors\":false,\"alerts\":[{");
    }

    @Test
    void isThereBelowPrefixesAndWithASlashBehind() {
        for (String path : List.of(
                "/_bulk",
                "/x/_bulk",
                "/x/_doc/_bulk",
                "/es/_bulk",
                "/es/x/_bulk",
                "/t/acme/_bulk",
                "/t/acme/x/_doc/_bulk")) {
            for (String slash : List.of("", "/")) {
                assertThat(post(path + slash, "{\"create\":{}}\n{}\n"))
                        .hasStatus(200)
                        .has("/errors", false);
            }
        }
    }

    @Test
    void whateverTheBodyIsSaidToBeItIsRead() {
        for (String type : List.of(
                "application/json; charset=UTF-8",
                "application/x-ndjson",
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/vnd.elasticsearch+x-ndjson; compatible-with=9")) {
            byte[] body = "{\"create\":{}}\n{}\n".getBytes(UTF_8);
            assertThat(post("/_bulk?timeout=60s", body, Map.of("Content-Type", type)))
                    .has("/errors", false);
        }
    }

    @Test
    void theAnswerIsOfTheTypeThatIsAccepted() {
        String vendor = "application/vnd.elasticsearch+json; compatible-with=9";
        Answer answer = post("/_bulk", new byte[0], Map.of("Accept", vendor, "X-Opaque-Id", "mine"));
        assertThat(answer).hasStatus(200);
        assertThat(answer.headers().getFirst("Content-Type"))
                .isEqualTo("application/vnd.elasticsearch+json;compatible-with=9");
        assertThat(answer.headers().getFirst("X-Elastic-Product")).isEqualTo("Elasticsearch");
        assertThat(answer.headers().getFirst("X-Opaque-Id")).isEqualTo("mine");
    }

    @Test
    void eventsWithoutAnIdAreAnsweredWithTheOneTheyHaveInAlerts() {
        Answer answer = post("/_bulk?alerts=true", "{\"create\":{}}\n" + NETCAT);
        assertThat(answer)
                .has("/alerts/0/events/0/id", answer.at("/items/0/create/_id").asString());
    }

    @Test
    void whatIsPackedBadlyIsRefused() {
        assertThat(post("/_bulk", "{}".getBytes(UTF_8), Map.of("Content-Encoding", "gzip")))
                .hasStatus(400)
                .has("/error/type", "body_packed_badly");
    }

    @Test
    void aDocumentCanBeSentAlone() {
        assertThat(post("/logs/_doc/alone", "{\n\"a\":1}"))
                .hasStatus(201)
                .has("/_index", "logs")
                .has("/_id", "alone")
                .has("/result", "created")
                .has("/_shards/successful", 1);
        assertThat(put("/logs/_create/alone", "{\"a\":1}", Map.of()))
                .hasStatus(200)
                .has("/result", "noop");
        for (String path :
                List.of("/logs/_doc/", "/logs/_doc/slash/", "/es/logs/_create/prefix/", "/t/x/logs.a/_doc")) {
            assertThat(post(path, "{\"a\":1}")).hasStatus(201);
        }
        assertThat(post("/logs/_doc", "{\"a\":")).hasStatus(400).has("/error/type", "body_not_json");
        assertThat(post("/logs/_doc", "")).hasStatus(400);
    }

    @Test
    void linesThatBelongToNothingAreCounted() {
        post("/_bulk", "{\"create\":{}}\n{\"a\":\"\nb\"}\n{\"create\":{}}\n{}\n");
        assertThat(get("/actuator/prometheus").text()).containsPattern("eqlair_bulk_lines_stray_total [1-9]");
    }
}
