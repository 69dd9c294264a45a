package io.eqlair.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.engine.Detection;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.RuleSet;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.Envelope;
import io.eqlair.event.EventRejected;
import io.eqlair.event.EventRoles;
import io.eqlair.repository.RuleLocations;
import io.eqlair.repository.RuleSources;
import io.eqlair.rule.RuleLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What becomes of a rule over its budget: one that every event is asked, with a budget that no work at all keeps. */
@ExtendWith(OutputCaptureExtension.class)
class RuleCostsTest {

    private static final String DEAR = "00000000-0000-4000-8000-00000000000a";
    private static final String SEQUENCE = "00000000-0000-4000-8000-00000000000b";
    private static final String DEAR_QUERY = "any where not length(process.args) == 3";
    private static final int SPAN = 64;

    private final Path directory;
    private final DetectionEngine engine =
            new DetectionEngine(RuleSet.of(List.of(), EventRoles.ECS), EngineSettings.DEFAULT, InstantSource.system());
    private final LiveRules rules;

    RuleCostsTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        write(DEAR, DEAR_QUERY);
        write(
                SEQUENCE,
                "sequence by user.id [process where event.action == \"a\"] [process where event.action == \"b\"]");
        RuleLocations locations = new RuleLocations(List.of(directory.toString()), RuleLimits.DEFAULT);
        rules = new LiveRules(RuleSources.of(locations), EqlLimits.DEFAULT, engine, () -> {});
        rules.load();
    }

    @Test
    void aRuleOverItsBudgetIsReportedOnceAndGoesOn(CapturedOutput output) {
        RuleCosts costs = overspent(false);
        assertThat(costs.isOverBudget(DEAR)).isTrue();
        assertThat(costs.isOverBudget(SEQUENCE)).isFalse();
        assertThat(costs.overBudget()).isEqualTo(1);
        assertThat(state(DEAR)).isEqualTo(RuleState.ACTIVE);
        costs.check();
        assertThat(output).containsOnlyOnce("It goes on running.").contains(DEAR + ".toml: Demo: The rule costs ");
    }

    @Test
    void inQuarantineItStopsAndSaysWhy(CapturedOutput output) {
        RuleCosts costs = overspent(true);
        assertThat(state(DEAR)).isEqualTo(RuleState.DISABLED);
        assertThat(entry(DEAR).reason()).contains("and was stopped.");
        assertThat(entry(DEAR).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("rule_quarantined");
            assertThat(problem.wayOut()).contains("eqlair.rules.cost.budget", "its file has changed");
        });
        assertThat(costs.all()).extracting(cost -> cost.ruleId()).containsExactly(SEQUENCE);
        assertThat(costs.overBudget()).isEqualTo(1);
        assertThat(post("{}")).isEmpty();
        assertThat(output).containsOnlyOnce("and was stopped.");
    }

    @Test
    void theOthersKeepTheirPendingSequences() {
        assertThat(post("{\"event\":{\"category\":\"process\",\"action\":\"a\"},\"user.id\":7}"))
                .hasSize(1);
        overspent(true);
        assertThat(post("{\"event\":{\"category\":\"process\",\"action\":\"b\"},\"user.id\":7}"))
                .singleElement()
                .satisfies(found -> assertThat(found.rule().definition().id()).isEqualTo(SEQUENCE));
    }

    @Test
    void quarantineOutlivesALoad() {
        overspent(true);
        rules.load();
        assertThat(state(DEAR)).isEqualTo(RuleState.DISABLED);
    }

    @Test
    void anotherContentIsFreeAndTheFormerIsForgiven() throws IOException {
        RuleCosts costs = overspent(true);
        write(DEAR, "process where process.name == \"nc\"");
        rules.load();
        assertThat(state(DEAR)).isEqualTo(RuleState.ACTIVE);
        assertThat(costs.overBudget()).isZero();
        write(DEAR, DEAR_QUERY);
        rules.load();
        assertThat(state(DEAR)).isEqualTo(RuleState.ACTIVE);
    }

    @Test
    void whatWillProbablyBeDearIsForeseen(CapturedOutput output) {
        RuleCosts costs = new RuleCosts(rules, engine, new CostBudget(100, SPAN, true));
        costs.check();
        costs.check();
        assertThat(output).containsOnlyOnce(DEAR + ".toml: Demo: The rule is likely to cost 215 ns");
        assertThat(state(DEAR)).isEqualTo(RuleState.ACTIVE);
    }

    /** Three spans, in which only one rule is asked. */
    private RuleCosts overspent(boolean quarantine) {
        RuleCosts costs = new RuleCosts(rules, engine, new CostBudget(0.000_1, SPAN, quarantine));
        for (int span = 0; span < 3; span++) {
            for (int event = 0; event < SPAN; event++) {
                post("{\"process.args\":[\"long\",\"longer\",\"sum\"]}");
            }
            costs.check();
        }
        return costs;
    }

    private List<Detection> post(String json) {
        DetectionEngine.Session session = engine.session();
        try {
            byte[] document = json.getBytes(StandardCharsets.UTF_8);
            return session.accept(session.reader().read(document, Envelope.NONE));
        } catch (EventRejected bad) {
            throw new AssertionError(json, bad);
        }
    }

    private RuleEntry entry(String id) {
        return rules.catalog().orElseThrow().find(id).orElseThrow();
    }

    private RuleState state(String id) {
        return entry(id).state();
    }

    private void write(String id, String query) throws IOException {
        Files.writeString(directory.resolve(id + ".toml"), """
                [rule]
                rule_id = "%s"
                name = "Demo"
                description = "Finds nothing."
                severity = "low"
                risk_score = 1
                type = "eql"
                query = '%s'
                """.formatted(id, query));
    }
}
