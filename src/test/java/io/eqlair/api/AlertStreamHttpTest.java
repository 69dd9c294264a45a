package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.api.alerts.AlertStreams;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** New alerts as server-sent events. Each test has a host of its own. */
@TestPropertySource(
        properties = {
            "eqlair.rules.locations=src/test/resources/api/alerts",
            "eqlair.alerts.stream-clients=2",
            "eqlair.alerts.stream-heartbeat=100ms",
        })
@Timeout(60)
class AlertStreamHttpTest extends HttpTest {

    private static final String STREAM = "/api/v1/alerts/stream";

    @Autowired
    private AlertStreams streams;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void anAlertComesAsSoonAsItIsStored() throws IOException, InterruptedException {
        raise("early", 1);
        try (ReadStream stream = open("?host=early", null)) {
            assertThat(stream.contentType()).isEqualTo("text/event-stream;charset=UTF-8");
            raise("early", 2);
            ReadStream.Event event = stream.next();
            assertThat(event.name()).isEqualTo("alert");
            assertThat(event.json().at("/events/0/source/process/pid").asInt()).isEqualTo(2);
            assertThat(event.json().at("/status").asString()).isEqualTo("open");
        }
    }

    @Test
    void whoConnectsAgainMissesNothingAndGetsNothingTwice() throws IOException, InterruptedException {
        List<Integer> seen = new ArrayList<>();
        String last = "0";
        raise("again", 1);
        for (int part = 0; part < 4; part++) {
            raise("other", part);
            raise("again", 2 * part + 2);
            try (ReadStream stream = open("?host=again", last)) {
                raise("again", 2 * part + 3);
                for (int i = part == 0 ? 0 : 1; i < 3; i++) {
                    ReadStream.Event event = stream.next();
                    seen.add(event.json().at("/events/0/source/process/pid").asInt());
                    last = event.id();
                }
            }
        }
        assertThat(seen).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        try (ReadStream stream = open("?host=again&last_event_id=" + last, null)) {
            raise("again", 10);
            assertThat(stream.next().json().at("/events/0/source/process/pid").asInt())
                    .isEqualTo(10);
        }
    }

    @Test
    void fieldsAndFormatsAreAsInLists() throws IOException, InterruptedException {
        try (ReadStream stream = open("?host=fields&process.pid=2&format=ecs", null)) {
            raise("fields", 1);
            raise("fields", 2);
            raise("fields", 3);
            assertThat(stream.next().data()).contains("2");
        }
    }

    /** A connection that breaks between them would lose the rest. */
    @Test
    void allDocumentsOfAnAlertAreOneEvent() throws IOException, InterruptedException {
        try (ReadStream stream = open("?host=pair&format=kibana", null)) {
            assertThat(events(event("pair", 1).replace("\"nc\"", "\"first\""))).firesNothing();
            assertThat(events(event("pair", 2).replace("\"nc\"", "\"second\""))).firesRules("Pair");
            assertThat(stream.next().data().lines()).hasSize(3);
        }
    }

    /** An event that came on several lines is one all the same. */
    @Test
    void anAlertIsOnOneLine() throws IOException, InterruptedException {
        try (ReadStream stream = open("?host=lines", null)) {
            assertThat(events("[" + event("lines", 1).replace(",", ",\r\n") + "]"))
                    .firesRules("Netcat");
            assertThat(stream.next().json().at("/events/0/source/process/pid").asInt())
                    .isEqualTo(1);
        }
    }

    /** Neither one that cannot be read, nor one that cannot be written in the format that is asked for. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"reason\": | unreadable",
                "{\"join_keys\":[],\"terms\":[],\"events\":[{\"id\":\"1\",\"source\":null}],\"matched\":[]} | unwritable",
            })
    void anAlertThatCannotBeWrittenKeepsNobodyFromTheNext(String document, String counter)
            throws IOException, InterruptedException {
        raise(counter, 1);
        assertThat(jdbc.update("update alerts set document = ? where seq = (select max(seq) from alerts)", (Object)
                        document.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(1);
        raise(counter, 2);
        try (ReadStream stream = open("?host=" + counter + "&format=ecs", "0")) {
            assertThat(stream.next().json().at("/process/pid").asInt()).isEqualTo(2);
        }
        assertThat(get("/actuator/prometheus").text())
                .containsPattern("eqlair_alerts_" + counter + "_total(\\{[^}]*})? [1-9]");
    }

    @Test
    void tooManyClientsAreRefusedUntilOneLeaves() throws IOException, InterruptedException {
        try (ReadStream first = open("", null)) {
            try (ReadStream second = open("", null)) {
                assertThat(second.contentType()).startsWith("text/event-stream");
                assertThat(streams.clients()).isEqualTo(2);
                assertThat(get(STREAM))
                        .isProblem(503, "streams_full")
                        .says("2 clients", "eqlair.alerts.stream-clients");
                assertThat(get("/actuator/prometheus").text())
                        .contains("eqlair_alerts_streams 2.0", "eqlair_alerts_streams_refused_total");
            }
            leave(1);
            try (ReadStream third = open("", null)) {
                assertThat(third.contentType()).startsWith("text/event-stream");
            }
            assertThat(first.contentType()).startsWith("text/event-stream");
        }
    }

    @Test
    void whoAsksForTheHeadersOnlyTakesNoPlace() throws IOException, InterruptedException {
        leave(0);
        HttpURLConnection head = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + STREAM).toURL().openConnection();
        head.setRequestMethod("HEAD");
        assertThat(head.getResponseCode()).isEqualTo(200);
        assertThat(head.getContentType()).startsWith("text/event-stream");
        assertThat(streams.clients()).isZero();
    }

    @Test
    void whatCannotBeAskedIsRefused() throws InterruptedException {
        leave(0);
        assertThat(get(STREAM + "?limit=1")).isProblem(400, "parameter_unknown");
        assertThat(get(STREAM + "?severity=x")).isProblem(400, "parameter_word");
        assertThat(get(STREAM + "?last_event_id=x")).isProblem(400, "stream_position");
        assertThat(get(STREAM + "?last_event_id=-1")).isProblem(400, "stream_position");
        assertThat(get(STREAM + "?last_event_id=999999")).isProblem(400, "stream_position");
    }

    /** Else the web server would wait for the streams until it gives up. */
    @Test
    @DirtiesContext
    void theEndOfTheServiceEndsTheStreams() throws IOException, InterruptedException {
        try (ReadStream stream = open("?host=end", null)) {
            streams.end();
            assertThat(stream.hasEnded()).isTrue();
            assertThat(get(STREAM)).isProblem(503, "streams_ending");
        }
    }

    private ReadStream open(String query, @Nullable String last) throws IOException, InterruptedException {
        leave(1);
        return ReadStream.open("http://127.0.0.1:" + port + STREAM + query, last);
    }

    /** A client that has left is noticed when something is written to it. */
    private void leave(int most) throws InterruptedException {
        while (streams.clients() > most) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void raise(String host, int pid) {
        assertThat(events(event(host, pid))).hasStatus(200);
    }

    private static String event(String host, int pid) {
        return """
                {"@timestamp": "2026-01-15T09:30:00Z", "event": {"category": "process"}, "host": {"name": "%s"},
                 "process": {"name": "nc", "pid": %d}}""".formatted(host, pid);
    }
}
