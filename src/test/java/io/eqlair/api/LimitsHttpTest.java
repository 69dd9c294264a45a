package io.eqlair.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What a request may carry and bring back, with limits that are small enough to be exceeded. */
@TestPropertySource(
        properties = {
            "eqlair.limits.body-bytes=2KB",
            "eqlair.limits.event-bytes=1KB",
            "eqlair.limits.events-per-request=10",
            "eqlair.limits.depth=5",
            "eqlair.limits.fields=12",
            "eqlair.limits.errors-per-answer=2",
            "eqlair.limits.alerts-per-answer=3"
        })
class LimitsHttpTest extends HttpTest {

    private static final String MATCH =
            "{\"event.category\":\"process\",\"event.type\":\"start\",\"event.action\":\"exec\","
                    + "\"host.os.type\":\"linux\",\"process.name\":\"nc\",\"process.args\":\"-l\"}";

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedUnread() {
        assertThat(events(" ".repeat(2_049)))
                .isProblem(413, "body_too_large")
                .says("2048 bytes", "eqlair.limits.body-bytes");
    }

    @Test
    void aBodyOfUnknownLengthIsRefusedOnTheWay() throws Exception {
        HttpResponse<String> answer = chunked("{}\n".repeat(8).getBytes(UTF_8), 2_049);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"body_too_large\"", "2048 bytes");
    }

    @Test
    void aPackedBodyIsMeasuredUnpacked() {
        byte[] bomb = EventsHttpTest.gzip(" ".repeat(1_000_000));
        assertThat(bomb).hasSizeLessThan(2_048);
        assertThat(post(EVENTS, bomb, Map.of("Content-Encoding", "gzip"))).isProblem(413, "body_too_large");
    }

    @Test
    void tooManyEventsAreRefused() {
        assertThat(events("{}\n".repeat(10))).hasAccepted(10, 0);
        assertThat(events("{}\n".repeat(11)))
                .isProblem(413, "body_too_many_events")
                .says("10 events", "eqlair.limits.events-per-request");
    }

    @Test
    void anEventThatIsTooLargeIsOneError() {
        String large = "{\"a\":\"" + "x".repeat(1_100) + "\"}";
        assertThat(events("{}\n" + large + "\n{}")).hasAccepted(2, 1).hasErrors("1 event_too_large");
        assertThat(events(large)).isProblem(413, "event_too_large").says("1024");
    }

    @Test
    void anEventThatIsTooDeepIsOneError() {
        assertThat(events("[{\"a\":[[[[1]]]]},{\"a\":[[[[[1]]]]]}]")).hasErrors("1 event_too_deep");
    }

    @Test
    void anEventWithTooManyFieldsIsOneError() {
        for (String key : List.of("process.args", "skipped")) {
            String event = "{\"" + key + "\":[1" + ",2".repeat(10) + "%s]}";
            assertThat(events("[" + event.formatted("") + "," + event.formatted(",{}") + ",{}]"))
                    .hasAccepted(2, 1)
                    .hasErrors("1 event_too_many_fields");
        }
        assertThat(events("[{},{\"a\":[0" + ",0".repeat(12) + "]}]")
                        .at("/errors/0/message")
                        .asString())
                .contains("12 fields", "eqlair.limits.fields");
        assertThat(events("[{},{\"a\":{\"b\":[{},1,[]],\"c\":[{\"d\":1},{\"d\":[2,3,4]}]}}]"))
                .hasErrors("1 event_too_many_fields");
    }

    @Test
    void moreErrorsThanAreListedAreCounted() {
        assertThat(events("[1,2,3,{}]"))
                .hasAccepted(1, 3)
                .hasErrors("0 event_not_an_object", "1 event_not_an_object")
                .has("/errors_truncated", true)
                .hasNot("/alerts_truncated");
    }

    @Test
    void moreAlertsThanAreListedAreSaidToBeMore() {
        assertThat(events((MATCH + "\n").repeat(4)))
                .firesRules("Netcat", "Netcat", "Netcat")
                .hasAccepted(4, 0)
                .has("/alerts_truncated", true)
                .hasNot("/errors_truncated");
    }

    @Test
    void aSearchHasTheSameLimits() {
        String request = "{\"query\":\"any where true\",\"events\":[%s]}";
        assertThat(post(SEARCH, request.formatted("{}" + ",{}".repeat(10)))).isProblem(413, "search_too_many_events");
        assertThat(post(SEARCH, request.formatted("{}" + " ".repeat(2_048)))).isProblem(413, "body_too_large");
    }

    private HttpResponse<String> chunked(byte[] start, int length) throws IOException, InterruptedException {
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) ' ');
        System.arraycopy(start, 0, body, 0, start.length);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + EVENTS))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
