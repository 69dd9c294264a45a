package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events are taken past Spring's dispatcher: what it does elsewhere must be so here. */
class EventsServletHttpTest extends HttpTest {

    @Test
    void otherMethodsGoToSpring() {
        Answer answer = put(EVENTS, "{}", Map.of());
        assertThat(answer).isProblem(405, "method_not_allowed");
        assertThat(answer.headers().getFirst("Allow")).contains("POST", "GET");
    }

    @Test
    void otherPathsGoToSpring() {
        assertThat(post(EVENTS + "/", "{}")).hasAccepted(1, 0);
        assertThat(post(EVENTS + "/x", "{}")).isProblem(404, "path_unknown");
    }

    @Test
    void errorsAreAnsweredAsEverywhere() {
        assertThat(events("")).isProblem(400, "body_empty").has("/instance", EVENTS);
    }

    @Test
    void theLengthOfAShortAnswerIsSaid() {
        Answer answer = events("{}");
        assertThat(answer.headers().getContentType()).hasToString("application/json");
        assertThat(answer.headers().getContentLength()).isEqualTo(answer.text().length());
    }

    @Test
    void whateverIsAcceptedTheAnswerIsJson() {
        assertThat(post(EVENTS, "{}".getBytes(StandardCharsets.UTF_8), Map.of("Accept", "text/csv")))
                .hasAccepted(1, 0);
    }

    @Test
    void requestsAreMeasuredByTheirPath() {
        events("{}");
        assertThat(get("/actuator/prometheus").text())
                .containsPattern("http_server_requests_seconds_count\\{.*method=\"POST\".*uri=\"" + EVENTS + "\".*}");
    }
}
