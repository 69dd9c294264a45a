package io.eqlair.api;

import static io.eqlair.api.EventsHttpTest.gzip;
import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.api.http.Examples;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Rules that are tried over events of the same request. */
@TestPropertySource(
        properties = {
            "eqlair.rules.locations=src/test/resources/cli/rules,src/test/resources/cli/rejected",
            "eqlair.limits.alerts-per-answer=3"
        })
class RuleTestHttpTest extends HttpTest {

    private static final String TEST = "/api/v1/rules/test";
    private static final String LISTENS = "00000000-0000-4000-8000-0000000000a1";
    private static final String SWITCHED_OFF = "00000000-0000-4000-8000-0000000000a3";
    private static final String BROKEN = "00000000-0000-4000-8000-0000000000a4";
    private static final String NC = "{\"event.category\":\"process\", \"process.name\":\"nc\"}";

    @Test
    void aRuleThatIsBroughtAlongFires() {
        assertThat(test(quoted(rule(7, "process where process.name == 'nc'")), "", NC + ",{}," + NC))
                .firesRules("Tried", "Tried")
                .hasAccepted(3, 0)
                .has("/rules/0/id", id(7))
                .has("/rules/0/state", "active")
                .has("/rules/0/origin", "rules[0]")
                .has("/rules/0/alerts", 2)
                .has("/rules/0/problems", "[]")
                .hasNot("/alerts_truncated");
    }

    @Test
    void eventsAreAnsweredAsTheyCame() {
        assertThat(test("", "\"" + LISTENS + "\"", NC).text()).contains("\"source\":" + NC + "}");
    }

    @Test
    void aLoadedRuleFires() {
        assertThat(test("", "\"" + LISTENS + "\"", NC)).firesRules("listens").has("/rules/0/alerts", 1);
    }

    @Test
    void theExampleOfTheDocumentFires() {
        assertThat(post(TEST, Examples.RULE_TEST)).firesRules("Netcat was started");
    }

    @Test
    void nothingLiveIsTouched() {
        Answer before = get("/api/v1/alerts");
        test("", "\"" + LISTENS + "\"", NC);
        assertThat(get("/api/v1/alerts").text()).isEqualTo(before.text());
        assertThat(get(RULES + "/" + LISTENS)).has("/evidence/events", 0);
    }

    @Test
    void aRuleThatIsSwitchedOffRunsHereAndSaysSo() {
        assertThat(test("", "\"" + SWITCHED_OFF + "\"", NC))
                .firesRules("off")
                .has("/rules/0/state", "active")
                .has("/rules/0/problems/0/level", "warning")
                .has("/rules/0/problems/0/code", "rule_test_disabled");
    }

    @Test
    void aRuleThatIsNotInOrderIsToldAndTheOthersRun() {
        String rules = quoted(rule(1, "process where process.name = 'nc'")) + "," + quoted("[rule\n") + ","
                + quoted(rule(2, "any where true"));
        assertThat(test(rules, "", NC))
                .firesRules("Tried")
                .has("/rules/0/state", "rejected")
                .has("/rules/0/problems/0/code", "eql_single_equals")
                .has("/rules/0/problems/0/file", "rules[0]")
                .has("/rules/0/problems/0/line", 8)
                .has("/rules/1/state", "rejected")
                .has("/rules/1/problems/0/line", 1)
                .has("/rules/2/alerts", 1);
    }

    @Test
    void whereNoRuleCanRunThatIsTheResult() {
        assertThat(test("", "\"" + BROKEN + "\",\"nobody\"", NC))
                .firesNothing()
                .has("/rules/0/state", "rejected")
                .has("/rules/0/problems/0/code", "eql_single_equals")
                .has("/rules/1/id", "nobody")
                .has("/rules/1/state", "rejected")
                .has("/rules/1/problems/0/code", "rule_not_found");
    }

    @Test
    void ofTwoRulesWithOneIdTheFirstRuns() {
        String rules = quoted(rule(1, "any where true")) + "," + quoted(rule(1, "any where false"));
        assertThat(test(rules, "", NC))
                .firesRules("Tried")
                .has("/rules/1/state", "rejected")
                .has("/rules/1/alerts", 0)
                .has("/rules/1/problems/0/code", "rule_id_duplicate");
    }

    @Test
    void whatWaitsForTimeIsDecidedAtTheEnd() {
        String query = "sequence with maxspan=1h [process where true] ![file where true]";
        String start = "{\"@timestamp\":\"2026-01-15T09:30:00Z\",\"event.category\":\"process\"}";
        String file = "{\"@timestamp\":\"2026-01-15T09:31:00Z\",\"event.category\":\"file\"}";
        assertThat(test(quoted(rule(1, query)), "", start)).firesRules("Tried").has("/alerts/0/events/1/missing", true);
        assertThat(test(quoted(rule(1, query)), "", start + "," + file)).firesNothing();
    }

    @Test
    void alertsThatAreNotListedAreCounted() {
        assertThat(test(quoted(rule(1, "any where true")), "", "{},{},{},{},{}"))
                .firesRules("Tried", "Tried", "Tried")
                .has("/alerts_truncated", true)
                .has("/rules/0/alerts", 5);
    }

    @Test
    void aBadEventSparesItsNeighbours() {
        assertThat(test(quoted(rule(1, "any where true")), "", "{},7,{}"))
                .hasAccepted(2, 1)
                .hasErrors("1 event_not_an_object");
    }

    @ParameterizedTest
    @CsvSource({"logs-a-default, true", "logs-b-default, false"})
    void theIndexDecidesWhichRulesSeeTheEvents(String index, boolean fires) {
        String rule = rule(1, "any where true") + "index = ['logs-a-*']\n";
        Answer answer = post(TEST, "{\"rules\":[" + quoted(rule) + "],\"events\":[{},{}],\"index\":\"" + index + "\"}");
        assertThat(answer).has("/rules/0/alerts", fires ? 2 : 0);
    }

    @Test
    void theRequestMayBePacked() {
        byte[] packed = gzip("{\"rule_ids\":[\"" + LISTENS + "\"],\"events\":[" + NC + "]}");
        assertThat(post(TEST, packed, Map.of("Content-Type", "application/json", "Content-Encoding", "gzip")))
                .firesRules("listens");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                            | member_missing | `rules`",
                "'{}'                                          | member_missing | `rules`",
                "'{\"rules\":[],\"events\":[]}'                | member_missing | `rules`",
                "'{\"rules\":[\"\"]}'                          | member_missing | `events`",
                "'{\"rules\":[1]}'                             | member_type    | `rules[0]`",
                "'{\"rules\":\"\"}'                            | member_type    | a list of rules",
                "'{\"rule_ids\":[{}]}'                         | member_type    | `rule_ids[0]`",
                "'{\"events\":{}}'                             | member_type    | an array of JSON objects",
                "'{\"index\":7}'                               | member_type    | a string",
                "'{\"cases\":[]}'                              | member_unknown | `cases`",
                "'{\"rules\":[\"\"],\n\"events\":[{]}'         | body_not_json  | line 2"
            })
    void whatIsWrongWithARequestIsTold(String body, String code, String part) {
        assertThat(post(TEST, body)).isProblem(400, code).says(part);
    }

    private Answer test(String rules, String ids, String events) {
        return post(TEST, "{\"rules\":[" + rules + "],\"rule_ids\":[" + ids + "],\"events\":[" + events + "]}");
    }

    private static String rule(int number, String query) {
        return """
                [rule]
                rule_id = "%s"
                name = "Tried"
                description = "For a test."
                severity = "low"
                risk_score = 1
                type = "eql"
                query = \"""%s\"""
                """.formatted(id(number), query.replace('\'', '"'));
    }

    private static String id(int number) {
        return "00000000-0000-4000-8000-00000000000" + number;
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
