package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.catalog.RuleCosts;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A rule that takes many times as long as it may, beside the shipped two. */
@TestPropertySource(
        properties = {
            "eqlair.rules.locations=classpath:rules/,src/test/resources/api/cost",
            "eqlair.rules.cost.budget=1us",
            "eqlair.rules.cost.over-budget=quarantine",
            "eqlair.rules.cost.after=1000" // many times 64, so that some of them are timed on whatever thread
        })
class CostHttpTest extends HttpTest {

    private static final String DEAR = RULES + "/00000000-0000-4000-8000-0000000000d0";

    @Autowired
    private RuleCosts costs;

    @Test
    void theDearestRuleComesFirstUntilItIsStopped() {
        postDearEvents();
        assertThat(get(RULES + "?sort=cost&size=1"))
                .has("/rules/0/name", "Dear")
                .has("/rules/0/evidence/events", 1_000)
                .has("/rules/0/evidence/candidates", 1_000)
                .has("/rules/0/evidence/matches", 0)
                .has("/total", 3);
        assertThat(get(DEAR).at("/cost/measured_nanos").asDouble()).isGreaterThan(1_000);
        for (int span = 0; span < 3; span++) {
            costs.check();
            postDearEvents();
        }
        assertThat(get(DEAR)).has("/state", "disabled").has("/enabled", true).has("/cost", null);
        assertThat(get(DEAR)).has("/problems/0/code", "rule_quarantined").has("/problems/0/line", 10);
        assertThat(get("/actuator/prometheus").text())
                .contains("eqlair_rules_over_budget 1.0")
                .contains("eqlair_rules_unindexed 0.0");
    }

    /** Events of which each makes the rule try 400 combinations, of which only the last is what it looks for. */
    private void postDearEvents() {
        String shorts = "[\"" + String.join("\",\"", Collections.nCopies(19, "ab")) + "\",\"abc\"]";
        String event = "{\"process\":{\"args\":" + shorts + ",\"parent\":{\"args\":" + shorts + "}}}\n";
        assertThat(events(event.repeat(1_000))).hasAccepted(1_000, 0);
    }
}
