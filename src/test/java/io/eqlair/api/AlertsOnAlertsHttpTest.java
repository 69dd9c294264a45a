package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.test.context.TestPropertySource;

/** Rules that see what other rules have raised. */
@TestPropertySource(
        properties = {
            "eqlair.rules.locations=src/test/resources/crash/rules,src/test/resources/api/alerts-on-alerts",
            "eqlair.alerts.depth=3"
        })
@Timeout(60)
class AlertsOnAlertsHttpTest extends HttpTest {

    private static final Executor REQUESTS = Executors.newVirtualThreadPerTaskExecutor();

    @Test
    void anAlertIsSeenInTheSameRequest() {
        Answer answer = events(single("1"));
        assertThat(answer).firesRules("Every start", "Any alert", "Alert on an alert");
        assertThat(answer)
                .has("/alerts/0/depth", 1)
                .has("/alerts/1/depth", 2)
                .has("/alerts/1/building_block", true)
                .has("/alerts/1/events/0/index", ".alerts-security.alerts-default")
                .has("/alerts/1/events/0/id", answer.at("/alerts/0/id").asString())
                .has("/alerts/2/depth", 3)
                .hasNot("/alerts/3");
    }

    /** The rule for alerts on alerts would see those of the rule that saw its own. */
    @Test
    void noRuleSeesWhatItHasBroughtAbout() {
        assertThat(events(single("4")))
                .has("/alerts/2/rule/name", "Alert on an alert")
                .has("/alerts/2/depth", 3)
                .hasNot("/alerts/3");
        assertThat(get("/actuator/prometheus").text()).contains("eqlair_alerts_not_shown_total");
    }

    @Test
    void whatIsSentAgainIsKnown() {
        Answer first = events(single("2"));
        assertThat(events(single("2")))
                .firesRules("Every start", "Any alert", "Alert on an alert")
                .has(
                        "/known_alerts",
                        "[\"%s\",\"%s\",\"%s\"]"
                                .formatted(
                                        first.at("/alerts/0/id").asString(),
                                        first.at("/alerts/1/id").asString(),
                                        first.at("/alerts/2/id").asString()));
    }

    /** More requests than the engine has evaluators: showing an alert takes one, and none may be held meanwhile. */
    @Test
    void manyRequestsAtATimeDoNotWaitForEachOther() {
        List<Answer> answers = IntStream.range(0, 64)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> events(single("p" + i)), REQUESTS))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer).firesRules("Every start", "Any alert", "Alert on an alert"));
    }

    @Test
    void whatIsSuppressedIsNotSeen() {
        String noise =
                "{\"event\":{\"category\":\"process\",\"action\":\"noise\",\"id\":\"%s\"},\"host\":{\"id\":\"h\"}}";
        assertThat(events(noise.formatted("n1"))).firesRules("Noise", "Any alert", "Alert on an alert");
        assertThat(events(noise.formatted("n2"))).firesNothing().has("/suppressed", 1);
    }

    /** The rule for all events has no index patterns: it sees all but alerts. */
    @Test
    void otherRulesDoNotSeeThem() {
        assertThat(
                        events(
                                "{\"event\":{\"category\":\"process\",\"action\":\"single\",\"id\":\"3\"},\"message\":\"all\"}"))
                .firesRules(
                        "Every start",
                        "All that says so",
                        "Any alert",
                        "Any alert",
                        "Alert on an alert",
                        "Alert on an alert");
    }

    private static String single(String id) {
        return "{\"event\":{\"category\":\"process\",\"action\":\"single\",\"id\":\"" + id + "\"}}";
    }
}
