package io.eqlair.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.ingest.body.Packing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How events come in: in which shapes, media types and encodings, and what is read of them. */
class EventsHttpTest extends HttpTest {

    private static final String EVENT =
            "{\"event.category\":\"process\",\"event.type\":\"start\",\"event.action\":\"exec\","
                    + "\"host.os.type\":\"linux\",\"process.name\":\"nc\",\"process.args\":[\"-l\"]%s}";
    private static final String MATCH = EVENT.formatted("");
    private static final String OTHER = "{\"event.category\":\"network\"}";
    private static final String RULE = "Netcat";

    /** Each holds one that matches, one that does not, and one that matches. */
    static final List<String> SHAPES = List.of(
            "[%1$s,%2$s,%1$s]",
            "  [ %1$s ,\r\n %2$s ,\n %1$s ]\n\n",
            "{\"events\":[%1$s,%2$s,%1$s]}",
            "\uFEFF{ \"events\" : [ %1$s , %2$s , %1$s ] }",
            "%1$s\n%2$s\n%1$s",
            "%1$s\n%2$s\n%1$s\n",
            "%1$s\r\n%2$s\r\n%1$s\r\n",
            "\n\n%1$s\n\n\r\n%2$s\n \n%1$s\n\n",
            "\uFEFF%1$s\n%2$s\n%1$s");

    @ParameterizedTest
    @FieldSource("SHAPES")
    void everyShapeOfABatchIsTaken(String shape) {
        assertThat(events(shape.formatted(MATCH, OTHER)))
                .firesRules(RULE, RULE)
                .hasAccepted(3, 0)
                .hasErrors();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/x-ndjson",
                "application/ndjson",
                "application/vnd.elasticsearch+json; compatible-with=8",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/octet-stream",
                "text/plain",
                "text/plain; charset=iso-8859-1",
                "*/*"
            })
    void theMediaTypeMakesNoDifference(String type) {
        byte[] body = (MATCH + "\n" + MATCH).getBytes(UTF_8);
        assertThat(post(EVENTS, body, Map.of("Content-Type", type))).firesRules(RULE, RULE);
    }

    @Test
    void aFormsParameterIsReadFromTheQueryOnly() {
        byte[] body = MATCH.getBytes(UTF_8);
        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        assertThat(post(EVENTS + "?index=logs-other-default", body, form))
                .firesNothing()
                .hasAccepted(1, 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noMediaTypeIsNeededNorALength(boolean chunked) throws Exception {
        byte[] body = MATCH.getBytes(UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + EVENTS))
                .POST(
                        chunked
                                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                                : BodyPublishers.ofByteArray(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer = client.send(request, BodyHandlers.ofString()).body();
            assertThat(answer).contains("\"accepted\":1", RULE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "gzip, identity"})
    void packedBodiesAreUnpacked(String encoding) {
        byte[] body = gzip(MATCH + "\n" + OTHER);
        assertThat(post(EVENTS, body, Map.of("Content-Encoding", encoding)))
                .firesRules(RULE)
                .hasAccepted(2, 0);
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void bodiesPackedInEveryWayAreUnpacked(Packing packing) {
        byte[] body = (MATCH + "\n" + OTHER).getBytes(UTF_8);
        assertThat(post(EVENTS, packing.pack(body), Map.of("Content-Encoding", packing.encoding())))
                .firesRules(RULE)
                .hasAccepted(2, 0);
        byte[] twice = Packing.GZIP.pack(packing.pack(body));
        assertThat(post(EVENTS, twice, Map.of("Content-Encoding", packing.encoding() + ", gzip")))
                .firesRules(RULE)
                .hasAccepted(2, 0);
    }

    @Test
    void bodiesPackedInPartsAreUnpackedToTheEnd() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < 3; i++) {
            body.writeBytes(gzip(MATCH + "\n"));
        }
        assertThat(post(EVENTS, body.toByteArray(), Map.of("Content-Encoding", "gzip")))
                .hasAccepted(3, 0);
    }

    @Test
    void aBrokenLineSparesItsNeighbours() {
        assertThat(events(MATCH + "\n{\"event.category\":\n" + MATCH))
                .firesRules(RULE, RULE)
                .hasAccepted(2, 1)
                .hasErrors("1 event_not_json");
    }

    @Test
    void everyKindOfBadEventIsTold() {
        String deep = "{\"a\":".repeat(101) + "1" + "}".repeat(101);
        String large = "{\"a\":\"" + "x".repeat(6_000_000) + "\"}";
        assertThat(events(
                        "[" + String.join(",", MATCH, "7", "\"text\"", "[1]", "null", deep, large, "{\"a\":1,}", MATCH)
                                + "]"))
                .firesRules(RULE, RULE)
                .hasErrors(
                        "1 event_not_an_object",
                        "2 event_not_an_object",
                        "3 event_not_an_object",
                        "4 event_not_an_object",
                        "5 event_too_deep",
                        "6 event_too_large",
                        "7 event_not_json");
    }

    @Test
    void anOpenArrayIsToldAfterItsEvents() {
        assertThat(events("[" + MATCH + "," + OTHER)).firesRules(RULE).hasErrors("2 body_array_open");
        assertThat(events("[" + MATCH + ",{\"a\"")).firesRules(RULE).hasErrors("1 event_not_json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"events\":[]}"})
    void noEventsAreNoError(String body) {
        assertThat(events(body)).firesNothing().hasAccepted(0, 0);
    }

    @Test
    void aTenMegabyteBatchIsTaken() {
        String padded = EVENT.formatted(",\"message\":\"" + "x".repeat(1_000) + "\"");
        Answer answer = events((padded.replace("-l", "-v") + "\n").repeat(8_000) + padded);
        assertThat(answer).firesRules(RULE).hasAccepted(8_001, 0);
    }

    @Test
    void theSourceIsAnsweredAsItCame() {
        String event = EVENT.formatted(" , \"b\" : 1.00,\"a\":1e2, \"ü\":\"\\u00fc\\/\"");
        assertThat(events("[" + event + "]").text()).contains("\"source\":" + event);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2026-01-15T09:30:00Z\"                | 2026-01-15T09:30:00Z",
                "\"2026-01-15T09:30:00.123456789Z\"      | 2026-01-15T09:30:00.123456789Z",
                "\"2026-01-15T10:30:00.5+01:00\"         | 2026-01-15T09:30:00.500Z",
                "\"2026-01-15T04:00:00-0530\"            | 2026-01-15T09:30:00Z",
                "1768469400123                           | 2026-01-15T09:30:00.123Z",
                "1768469400                              | 2026-01-15T09:30:00Z",
                "1768469400.25                           | 2026-01-15T09:30:00.250Z",
                "\"1768469400123\"                       | 2026-01-15T09:30:00.123Z"
            })
    void timesAreReadInEveryForm(String timestamp, String time) {
        assertThat(events(EVENT.formatted(",\"@timestamp\":" + timestamp))).has("/alerts/0/event_time", time);
    }

    @Test
    void anEventWithoutATimeHasThatOfItsArrival() {
        Answer answer = events(MATCH);
        assertThat(answer.at("/alerts/0/event_time").asString().substring(0, 10))
                .isEqualTo(answer.at("/alerts/0/detected_at").asString().substring(0, 10));
    }

    @Test
    void aSearchHitIsUnwrapped() {
        assertThat(events("{\"_index\":\"auditbeat-8\",\"_id\":\"x7\",\"_score\":1,\"_source\":" + MATCH + "}"))
                .firesRules(RULE)
                .has("/alerts/0/events/0/index", "auditbeat-8")
                .has("/alerts/0/events/0/id", "x7")
                .has("/alerts/0/events/0/source", MATCH);
    }

    @Test
    void anEventIsKnownByItsOwnId() {
        assertThat(events(EVENT.formatted(",\"event\":{\"id\":\"e1\"}"))).has("/alerts/0/events/0/id", "e1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "logs-endpoint.events.process-default                         | true",
                ".ds-logs-endpoint.events.process-prod-2026.01.15-000007      | true",
                "auditbeat-8.17.0                                             | true",
                "logs-endpoint.events.network-default                         | false",
                "winlogbeat-8                                                 | false"
            })
    void aRuleSeesTheIndicesOfItsPatterns(String index, boolean fires) {
        Answer hit = events("{\"_index\":\"" + index + "\",\"_source\":" + MATCH + "}");
        Answer parameter = post(EVENTS + "?index=" + index, MATCH);
        String[] rules = fires ? new String[] {RULE} : new String[0];
        assertThat(hit).firesRules(rules);
        assertThat(parameter).firesRules(rules);
    }

    @Test
    void aDataStreamNamesTheIndex() {
        String stream = ",\"data_stream\":{\"type\":\"logs\",\"dataset\":\"%s\",\"namespace\":\"default\"}";
        assertThat(events(EVENT.formatted(stream.formatted("endpoint.events.process"))))
                .firesRules(RULE)
                .has("/alerts/0/events/0/index", "logs-endpoint.events.process-default");
        assertThat(events(EVENT.formatted(stream.formatted("system.auth")))).firesNothing();
    }

    @Test
    void everythingIsCounted() {
        events("[" + MATCH + ",{},7]");
        assertThat(get("/actuator/prometheus").text())
                .contains("eqlair_events_total{outcome=\"accepted\"}", "eqlair_events_total{outcome=\"rejected\"}")
                .contains("eqlair_alerts_total{severity=\"medium\"}", "eqlair_evaluation_seconds_bucket{")
                .contains("eqlair_event_errors_total{code=\"event_not_an_object\"}")
                .contains("eqlair_rules{state=\"active\"} 2.0", "eqlair_evaluation_failures_total");
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
