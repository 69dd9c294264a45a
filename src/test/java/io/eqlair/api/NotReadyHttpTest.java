package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** No location of rules can be read: the service says so, and takes no events that it could not evaluate. */
@TestPropertySource(properties = "eqlair.rules.locations=no/such/place,classpath:nothing-here/")
class NotReadyHttpTest extends HttpTest {

    @Test
    void theServiceLivesAndIsNotReady() {
        assertThat(get("/livez")).hasStatus(200);
        Answer answer = get("/actuator/health/readiness");
        assertThat(answer).hasStatus(503).has("/components/rules/status", "OUT_OF_SERVICE");
        assertThat(answer.at("/components/rules/details/reason").asString()).contains("eqlair.rules.locations");
    }

    @Test
    void eventsAreSentAwayToComeBack() {
        Answer answer = events("{}");
        assertThat(answer).isProblem(503, "rules_unreadable");
        assertThat(answer.headers().getFirst("Retry-After")).isEqualTo("5");
    }

    @Test
    void logRecordsAreSentAwayInTheirOwnWay() {
        Answer answer = post("/v1/logs", "{}");
        assertThat(answer).hasStatus(503).has("/code", 14);
        assertThat(answer.at("/message").asString()).contains("eqlair.rules.locations");
        assertThat(answer.headers().getContentType()).hasToString("application/json");
        assertThat(answer.headers().getFirst("Retry-After")).isEqualTo("5");
    }

    @Test
    void theRulesSayWhatIsWrong() {
        assertThat(get(RULES))
                .has("/rules/0/state", "rejected")
                .has("/rules/0/reason", "There is no file or directory `no/such/place`.");
    }

    @Test
    void searchesNeedNoRules() {
        assertThat(post(SEARCH, "{\"query\":\"any where true\",\"events\":[{}]}"))
                .has("/hits/total/value", 1);
    }
}
