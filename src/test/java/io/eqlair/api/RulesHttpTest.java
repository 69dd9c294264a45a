package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** The rules as the API shows them: one for each state, and the shipped two. */
@TestPropertySource(properties = "eqlair.rules.locations=classpath:rules/,src/test/resources/api/rules,no/such/place")
class RulesHttpTest extends HttpTest {

    @Test
    void everyFileEndsInAState() {
        assertThat(get(RULES))
                .hasStatus(200)
                .has("/total", 7)
                .has("/page", 0)
                .has("/size", 100)
                .has("/rules/0/state", "active")
                .has("/rules/2/state", "disabled")
                .has("/rules/3/state", "rejected")
                .has("/rules/4/state", "rejected")
                .has("/rules/5/state", "unsupported")
                .has("/rules/6/state", "rejected")
                .has("/rules/6/id", null);
    }

    @Test
    void anActiveRuleIsListedWithItsFacts() {
        assertThat(get(RULES + "?page=1&size=1"))
                .has("/page", 1)
                .has("/rules/0/name", "File Transfer or Listener Established via Netcat")
                .has("/rules/0/type", "eql")
                .has("/rules/0/reason", null)
                .has("/rules/0/severity", "medium")
                .has("/rules/0/risk_score", 47)
                .has("/rules/0/tags/0", "Domain: Endpoint")
                .has("/rules/0/threat/0/technique/0/id", "T1059")
                .hasNot("/rules/1");
    }

    @ParameterizedTest
    @CsvSource({"active,2", "disabled,1", "rejected,3", "unsupported,1", "'',7"})
    void rulesArePickedByTheirState(String state, int total) {
        Answer answer = get(RULES + "?state=" + state);
        assertThat(answer).has("/total", total);
        assertThat(answer.at("/rules").size()).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({
        "state,    active   active   disabled rejected rejected rejected unsupported",
        "severity, active   active   disabled rejected rejected unsupported rejected",
        "name,     active   active   unsupported disabled rejected rejected rejected",
        "'',       active   active   disabled rejected rejected unsupported rejected"
    })
    void rulesAreSorted(String order, String states) {
        assertThat(get(RULES + "?sort=" + order).at("/rules").values())
                .extracting(rule -> rule.at("/state").asString())
                .containsExactly(states.split(" +", -1));
    }

    @Test
    void theCostOfARuleIsEstimatedBeforeItIsMeasured() {
        Answer answer = get(RULES + "?sort=cost");
        assertThat(answer.at("/rules/0/cost/estimated_nanos").asDouble())
                .isGreaterThanOrEqualTo(
                        answer.at("/rules/1/cost/estimated_nanos").asDouble())
                .isPositive();
        assertThat(answer)
                .has("/rules/0/cost/measured_nanos", null)
                .has("/rules/0/cost/over_budget", false)
                .has("/rules/2/state", "disabled")
                .has("/rules/2/cost", null);
    }

    @ParameterizedTest
    @CsvSource({
        "severity=medium, 2",
        "tag=os: LINUX, 2",
        "attack=T1059.004, 2",
        "attack=ta0002, 2",
        "text=NETCAT, 2",
        "text=c-wrong, 1",
        "text=000000000005, 1",
        "unseen=true, 2",
        "unseen=false, 0",
        "unseen=true&state=disabled, 0",
        "problem=rule_wildcard_leading, 0",
        "problem=eql_single_equals, 1",
        "problem=rule_unsupported_threshold, 1",
        "severity=&tag=&attack=&text=&unseen=&problem=, 7"
    })
    void rulesArePickedByWhatTheySay(String filter, int total) {
        assertThat(get(RULES + "?" + filter)).has("/total", total);
    }

    @Test
    void aPageBehindTheLastIsEmpty() {
        assertThat(get(RULES + "?page=2147483647&size=1000"))
                .has("/rules", "[]")
                .has("/total", 7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page=-1         | parameter_range | `page`",
                "size=0          | parameter_range | from 1 to 1000",
                "size=1001       | parameter_range | from 1 to 1000",
                "size=ten        | parameter_type  | `ten`",
                "page=9999999999 | parameter_type  | whole number",
                "state=broken    | parameter_state | `rejected`",
                "stat=active&a=1 | parameter_unknown | `stat`, `a`",
                "stat=active     | parameter_unknown | `page`, `size`, `state`",
                "sort=price      | parameter_sort  | `severity`",
                "severity=grave  | parameter_severity | `critical`",
                "unseen=yes      | parameter_flag  | `true` or `false`"
            })
    void aWrongParameterIsExplained(String query, String code, String part) {
        assertThat(get(RULES + "?" + query)).isProblem(400, code).says(part);
    }

    @Test
    void everythingAboutARuleIsShown() {
        assertThat(get(RULES + "/ADB961E0-cb74-42a0-af9e-29fc41f88f5f"))
                .hasStatus(200)
                .has("/state", "active")
                .has("/index/0", "auditbeat-*")
                .has("/schedule/from", "now-9m")
                .has("/metadata/creation_date", "2020/02/18")
                .has("/timestamp_override", "event.ingested")
                .has("/license", "Elastic License v2")
                .has("/enabled", true)
                .has("/origin", "classpath:rules/linux/execution_file_transfer_or_listener_established_via_netcat.toml")
                .has("/problems", "[]");
    }

    @Test
    void theQueryIsShownAsItIsUnderstood() {
        assertThat(get(RULES + "/00000000-0000-4000-8000-000000000002")
                        .at("/normalized_query")
                        .asString())
                .isEqualTo("process where true");
        assertThat(get(RULES + "/00000000-0000-4000-8000-000000000003")).has("/normalized_query", null);
    }

    @Test
    void theFileOfARuleIsShown() {
        assertThat(get(RULES + "/00000000-0000-4000-8000-000000000002/source").text())
                .startsWith("[rule]")
                .contains("enabled = false");
        assertThat(get(RULES + "/00000000-0000-4000-8000-000000000005/source")).isProblem(404, "rule_not_found");
    }

    @Test
    void aQueryThatIsWrongIsShownInItsFile() {
        assertThat(get(RULES + "/00000000-0000-4000-8000-000000000003"))
                .has("/state", "rejected")
                .has("/severity", "low")
                .has("/reason", "`=` does not compare in EQL.")
                .has("/problems/0/code", "eql_single_equals")
                .has("/problems/0/line", 11)
                .has("/problems/0/column", 16)
                .has("/problems/0/file", "src/test/resources/api/rules/c-wrong-query.toml");
    }

    @Test
    void aFileThatIsWrongIsShownWithItsProblems() {
        assertThat(get(RULES + "/00000000-0000-4000-8000-000000000004"))
                .has("/state", "rejected")
                .has("/type", null)
                .has("/problems/0/code", "rule_severity_unknown")
                .hasNot("/query");
    }

    @Test
    void aRuleOfAnotherTypeSaysWhyItDoesNotRun() {
        assertThat(get(RULES + "/00000000-0000-4000-8000-000000000005"))
                .has("/state", "unsupported")
                .has("/type", "threshold")
                .has("/problems/0/code", "rule_unsupported_threshold");
    }

    @Test
    void aRuleThatIsNotThereIsMissed() {
        assertThat(get(RULES + "/no-such-rule"))
                .isProblem(404, "rule_not_found")
                .says("`no-such-rule`", "GET /api/v1/rules");
    }

    @Test
    void oneBadLocationLeavesTheServiceReady() {
        assertThat(get("/readyz")).hasStatus(200).has("/components/rules/details/rejected", 3);
    }
}
