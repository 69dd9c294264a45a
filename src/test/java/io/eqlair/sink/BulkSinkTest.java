package io.eqlair.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.format.AlertFormat;
import io.eqlair.sink.Receiver.Reply;
import io.eqlair.sink.Receiver.Request;
import io.eqlair.store.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Alerts go to a server that answers bulk calls as Elasticsearch does. */
class BulkSinkTest {

    @TempDir
    private Path directory;

    private final Receiver receiver = Receiver.open();

    @AfterEach
    void close() {
        receiver.close();
    }

    private BulkSink sink() {
        Map<String, Secret> headers = Map.of("Authorization", new Secret("ApiKey abc"));
        HttpEndpoint endpoint = new HttpEndpoint(receiver.uri(), headers, Duration.ofSeconds(2), true);
        return new BulkSink(endpoint, AlertFormat.NATIVE, 100, InstantSource.system());
    }

    /** The ids of a bulk call's documents. */
    private static List<String> ids(Request request) {
        List<String> ids = new ArrayList<>();
        for (String line : request.body().split("\n", -1)) {
            if (line.startsWith("{\"create\"")) {
                ids.add(JsonMapper.shared().readTree(line).at("/create/_id").asString());
            }
        }
        return ids;
    }

    private static Reply items(Request request, ToIntFunction<String> status) {
        return Reply.of(
                200,
                ids(request).stream()
                        .map(id -> "{\"create\":{\"status\":" + status.applyAsInt(id)
                                + ",\"error\":{\"type\":\"t\",\"reason\":\"because of " + id + "\"}}}")
                        .collect(Collectors.joining(",", "{\"items\":[", "]}")));
    }

    @Test
    void documentsAreCreatedUnderTheIdsOfTheirAlerts() {
        receiver.answering(request -> items(request, id -> 201));
        try (BulkSink sink = sink()) {
            assertThat(sink.deliver(List.of(Alerts.alert("a"), Alerts.alert("b"))))
                    .containsExactly(new Receipt.Taken(), new Receipt.Taken());
        }
        Request request = receiver.all().getFirst();
        assertThat(ids(request)).containsExactly("a", "b");
        assertThat(request.body().lines()).hasSize(4);
        assertThat(request.body()).endsWith("}\n");
        assertThat(request.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(request.header("Authorization")).isEqualTo("ApiKey abc");
    }

    @Test
    void whatBecameOfEachDocumentIsRead() {
        receiver.answering(request -> items(request, id -> switch (id) {
            case "there" -> 409;
            case "busy" -> 429;
            case "broken" -> 503;
            case "bad" -> 400;
            default -> 201;
        }));
        try (BulkSink sink = sink()) {
            assertThat(sink.deliver(List.of(
                            Alerts.alert("new"),
                            Alerts.alert("there"),
                            Alerts.alert("busy"),
                            Alerts.alert("broken"),
                            Alerts.alert("bad"))))
                    .containsExactly(
                            new Receipt.Taken(),
                            new Receipt.Taken(),
                            new Receipt.Later("It answered 429: t, because of busy", false, null),
                            new Receipt.Later("It answered 503: t, because of broken", true, null),
                            new Receipt.Refused("It answered 400: t, because of bad"));
        }
    }

    @Test
    void whatIsNoAnswerToABulkCallIsAnError() {
        for (String body : List.of("", "<html>", "{}", "{\"items\":[]}", "{\"items\":7}")) {
            receiver.answering(request -> Reply.of(200, body));
            try (BulkSink sink = sink()) {
                assertThat(sink.deliver(List.of(Alerts.alert("a"))))
                        .singleElement()
                        .isInstanceOf(Receipt.Later.class);
            }
        }
    }

    @Test
    void documentsOfKibanaHaveTheirOwnIds() {
        assertThat(id("{\"kibana.alert.uuid\":\"u1\"}", 0)).isEqualTo("u1");
        assertThat(id("{\"kibana\":{\"alert\":{\"uuid\":\"u2\"}}}", 1)).isEqualTo("u2");
        assertThat(id("{\"kibana.alert.uuid\":\"\\\"}\"}", 0)).isEqualTo("a");
        assertThat(id("{}", 0)).isEqualTo("a");
        assertThat(id("{}", 2)).isEqualTo("a-2");
    }

    private static String id(String document, int number) {
        return DocumentId.of(document.getBytes(StandardCharsets.UTF_8), Alerts.alert("a"), number);
    }

    @Test
    void someOfABatchFailAndTheOthersAreNotSentAgain() {
        List<String> failed = new ArrayList<>();
        receiver.answering(request -> items(request, id -> {
            if (id.equals("b") && failed.size() < 2) {
                failed.add(id);
                return 500;
            }
            return id.equals("d") ? 400 : 201;
        }));
        SinkSettings settings = new SinkSettings(
                "siem",
                true,
                AlertFormat.NATIVE,
                AlertSelection.FOR_PEOPLE,
                true,
                new Backoff(Duration.ofMillis(10), Duration.ofMillis(20), 10));
        try (Database database = Database.sqlite(directory)) {
            database.raise("a", "b", "c", "d", "e");
            RunningSink running = new RunningSink(settings, sink(), database.store, InstantSource.system());
            Sinks sinks = new Sinks(List.of(running));
            sinks.start();
            Waiting.until(() -> assertThat(running.status().pending()).isZero());
            sinks.stop();
            assertThat(receiver.all())
                    .extracting(BulkSinkTest::ids)
                    .containsExactly(List.of("a", "b", "c", "d", "e"), List.of("b"), List.of("b"));
            assertThat(running.deadLetters(0, 10))
                    .extracting(DeadLetter::alertId)
                    .containsExactly("d");
            assertThat(running.delivered()).isEqualTo(4);
        }
    }
}
