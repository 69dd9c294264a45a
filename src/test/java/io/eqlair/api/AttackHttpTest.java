package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Coverage of ATT&amp;CK: of one rule that fired, one whose field never came, and one that is switched off. */
@TestPropertySource(properties = "eqlair.rules.locations=src/test/resources/api/attack")
class AttackHttpTest extends HttpTest {

    private static final String COVERAGE = "/api/v1/attack/coverage";
    private static final String EXECUTION = "/tactics/3";

    /** The same event again makes no second alert, so that the order of tests makes no difference. */
    @BeforeEach
    void somethingHappens() {
        events("""
                {"@timestamp": "2026-11-01T00:00:00Z", "event": {"id": "1", "category": "process"}, "process": {"name": "sh"}}
                """);
    }

    @Test
    void rulesStandBelowTheTechniquesTheyName() {
        assertThat(get(COVERAGE))
                .hasStatus(200)
                .has("/attack_version", "18.0")
                .has(EXECUTION + "/id", "TA0002")
                .has(EXECUTION + "/short_name", "execution")
                .has(EXECUTION + "/rules", 2)
                .has(EXECUTION + "/active", 2)
                .has(EXECUTION + "/covered", 1)
                .has(EXECUTION + "/techniques/0/id", "T1059")
                .has(EXECUTION + "/techniques/0/known", true)
                .has(EXECUTION + "/techniques/0/status", "current")
                .has(EXECUTION + "/techniques/0/score", 1)
                .has(EXECUTION + "/techniques/0/rules/0/name", "A shell")
                .has(EXECUTION + "/techniques/0/rules/0/fields_seen", true)
                .has(EXECUTION + "/techniques/0/rules/1/state", "active")
                .has(EXECUTION + "/techniques/0/rules/1/fields_seen", false)
                .has(EXECUTION + "/techniques/0/subtechniques/0/id", "T1059.004")
                .has(EXECUTION + "/techniques/0/subtechniques/0/score", 1)
                .hasNot(EXECUTION + "/techniques/1");
    }

    @Test
    void alertsAreThoseThatTheRulesRaised() {
        Answer answer = get(COVERAGE);
        assertThat(answer.at("/totals/alerts").asInt()).isPositive();
        assertThat(answer.at(EXECUTION + "/techniques/0/alerts")).isEqualTo(answer.at("/totals/alerts"));
    }

    @Test
    void whatTheTableDoesNotKnowIsShown() {
        assertThat(get(COVERAGE))
                .has("/tactics/14/id", "TA0999")
                .has("/tactics/14/known", false)
                .has("/tactics/14/techniques/0/known", false)
                .has("/tactics/14/techniques/0/status", null)
                .has("/tactics/14/techniques/0/rules/0/state", "disabled")
                .has("/totals/rules", 3)
                .has("/totals/techniques", "{\"known\":216,\"named\":1,\"covered\":1}");
    }

    @Test
    void techniquesWithoutRulesAreShownOnRequest() {
        assertThat(get(COVERAGE + "?all=true").at(EXECUTION + "/techniques").size())
                .isEqualTo(17);
    }

    @Test
    void aParameterThatIsNotInOrderIsRefused() {
        assertThat(get(COVERAGE + "?all=maybe"))
                .isProblem(400, "parameter_flag")
                .says("`all`", "`maybe`", "`true`");
        assertThat(get(COVERAGE + "?al=true")).isProblem(400, "parameter_unknown");
    }

    @Test
    void theLayerIsAFileForTheNavigator() {
        Answer layer = get(COVERAGE + "/layer");
        assertThat(layer.headers().getContentDisposition())
                .hasToString("attachment; filename=\"eqlair-attack-layer.json\"");
        assertThat(layer)
                .has("/versions/attack", "18")
                .has("/techniques/0/techniqueID", "T1059")
                .has("/techniques/0/score", 1)
                .has("/techniques/1/techniqueID", "T1059.004")
                .hasNot("/techniques/1/color")
                .has("/techniques/2/tactic", "future-tactic")
                .has("/techniques/2/comment", "Not covered: 1 rule not active.");
        assertThat(get("/api/v1/attack/layer").text()).isEqualTo(layer.text());
    }
}
