package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** Explanations over HTTP. */
@TestPropertySource(properties = "eqlair.rules.locations=src/test/resources/explain/rules,src/test/resources/api/rules")
class ExplainHttpTest extends HttpTest {

    private static final String SEQUENCE = "00000000-0000-4000-8000-0000000000e1";
    private static final String SAMPLE = "00000000-0000-4000-8000-0000000000e2";
    private static final String INDEXED = "00000000-0000-4000-8000-0000000000e3";
    private static final String SWITCHED_OFF = "00000000-0000-4000-8000-0000000000e4";
    private static final String WRONG_QUERY = "00000000-0000-4000-8000-000000000003";
    private static final String WRONG_FILE = "00000000-0000-4000-8000-000000000004";
    private static final String OTHER_TYPE = "00000000-0000-4000-8000-000000000005";
    private static final String START =
            "{\"event\": {\"category\": \"process\", \"type\": \"start\"}, \"process\": {\"name\": \"nc\"}}";

    @Test
    void everyPartIsToldWithItsPlaceAndItsValues() {
        assertThat(explain(INDEXED, START))
                .hasStatus(200)
                .has("/rule/id", INDEXED)
                .has("/rule/name", "Only of some indices")
                .has("/rule/state", "active")
                .has("/matches", false)
                .has("/summary", summaryOfStart())
                .has("/index/event", null)
                .has("/index/patterns", "[\"logs-endpoint.*\"]")
                .has("/index/visible", true)
                .has("/condition/kind", "and")
                .has("/condition/children/0/kind", "category")
                .has("/condition/children/0/verdict", true)
                .has("/condition/children/0/span", "{\"start\":0,\"end\":7,\"line\":1,\"column\":1}")
                .has("/condition/children/1/children/1/kind", "or")
                .has("/condition/children/1/children/1/reason", null)
                .hasNot("/stages")
                .hasNot("/key_state");
    }

    private static String summaryOfStart() {
        return "Does not match: none of the 3 alternatives of `process.name == \"NC\" or ?process.pid > 4000"
                + " or startsWith(process.name, \"s\")` holds.";
    }

    @Test
    void aLeafSaysWhyItDoesNotHold() {
        String leaf = "/condition/children/1/children/1/children/0";
        assertThat(explain(INDEXED, START))
                .has(leaf + "/kind", "leaf")
                .has(leaf + "/verdict", false)
                .has(leaf + "/reason", "case differs")
                .has(leaf + "/text", "process.name == \"NC\"")
                .has(leaf + "/span/line", 2)
                .has(leaf + "/span/column", 4)
                .has(leaf + "/values", "[{\"field\":\"process.name\",\"values\":[\"nc\"],\"total\":1}]")
                .has(
                        leaf + "/hint",
                        "`nc` would fit if case were ignored. To ignore case write: process.name : \"NC\"");
    }

    @ParameterizedTest
    @CsvSource({
        "logs-endpoint.events.process-default, true, true,",
        "logs-system.auth-default, false, false, excluded by index pattern"
    })
    void theIndexOfTheRequestDecidesWhetherTheRuleIsShownTheEvent(
            String index, boolean visible, boolean matches, String reason) {
        String event = START.replace("nc", "NC");
        assertThat(post(path(INDEXED) + "?index=" + index, event))
                .has("/index/event", index)
                .has("/index/visible", visible)
                .has("/index/reason", reason)
                .has("/matches", matches)
                .has("/condition/verdict", true);
    }

    @Test
    void aSearchHitIsUnwrapped() {
        String hit = "{\"_index\": \"logs-system.auth-default\", \"_id\": \"1\", \"_source\": " + START + "}";
        assertThat(explain(INDEXED, hit))
                .has("/index/event", "logs-system.auth-default")
                .has("/matches", false)
                .has("/condition/children/0/verdict", true);
    }

    @Test
    void aSequenceIsExplainedItemByItemWithWhatIsPending() {
        String begins = event(
                "process",
                "web7",
                "\"user\": {\"name\": \"ann\"}, \"process\": {\"name\": \"nc\", \"args\": [\"-l\"]}");
        String goesOn = event(
                "network",
                "web7",
                "\"source\": {\"ip\": \"192.0.2.1\", \"user\": \"ann\"}, \"destination\": {\"port\": 4444}");
        assertThat(explain(SEQUENCE, goesOn))
                .hasNot("/condition")
                .has("/matches", true)
                .has(
                        "/summary",
                        "Matches item 2 of 2. Nothing is pending for [\"web7\", \"ann\"], so item 1 must come first.")
                .has("/stages/0/matches", false)
                .has("/stages/0/role", "item")
                .has("/stages/0/absent_keys", "[\"user.name\"]")
                .has("/stages/1/matches", true)
                .has("/stages/1/keys", "[[\"web7\",\"ann\"]]")
                .has("/stages/1/total_keys", 1)
                .has("/stages/2/role", "until")
                .has("/stages/2/span/line", 4)
                .has("/key_state/0/key", "[\"web7\",\"ann\"]")
                .has("/key_state/0/pending", "[]");
        assertThat(events(begins)).hasAccepted(1, 0);
        assertThat(explain(SEQUENCE, goesOn))
                .has("/summary", "Matches item 2 of 2. What is pending for [\"web7\", \"ann\"] waits for it.")
                .has("/key_state/0/pending/0/matched", 1)
                .has("/key_state/0/pending/0/awaits_item", 2)
                .has("/key_state/0/pending/0/waits_for_event", true)
                .has("/key_state/0/pending/0/events/0", "begins");
        assertThat(explain(SEQUENCE, begins)).has("/summary", "Matches item 1 of 2. A sequence may begin with it.");
        assertThat(events(goesOn)).firesRules("A listener that talks");
        assertThat(explain(SEQUENCE, goesOn)).has("/key_state/0/pending", "[]");
    }

    @Test
    void toExplainAnEventChangesNothing() {
        String begins = event(
                "process",
                "web8",
                "\"user\": {\"name\": \"ann\"}, \"process\": {\"name\": \"nc\", \"args\": [\"-l\"]}");
        assertThat(explain(SEQUENCE, begins)).has("/matches", true);
        assertThat(explain(SEQUENCE, begins)).has("/key_state/0/pending", "[]");
    }

    @Test
    void aKeyWithoutAValueIsNamed() {
        assertThat(explain(SEQUENCE, START.replace("\"nc\"", "\"nc\", \"args\": \"-l\"")))
                .has("/matches", false)
                .has("/summary", "It would be item 1 of 2, but has no value for the key `host.name`, `user.name`.")
                .has("/stages/0/condition/verdict", true)
                .has("/stages/0/reason", "absent")
                .has("/stages/0/keys", "[]");
    }

    @Test
    void aSampleSaysWhatElseIsPending() {
        String nc = event("process", "web9", "\"process\": {\"name\": \"nc\"}");
        String ls = event("process", "web9", "\"process\": {\"name\": \"ls\"}");
        assertThat(explain(SAMPLE, ls)).has("/summary", "Matches item 2 of 2. Nothing else is pending for [\"web9\"].");
        assertThat(events(nc)).hasAccepted(1, 0);
        assertThat(explain(SAMPLE, ls))
                .has("/summary", "Matches item 2 of 2. A sample is pending for [\"web9\"] that waits for item 2.")
                .has("/key_state/0/pending/0/waits_for_event", true);
    }

    @Test
    void aDisabledRuleIsExplainedAllTheSame() {
        assertThat(explain(SWITCHED_OFF, START))
                .has("/rule/state", "disabled")
                .has("/summary", "Does not match: `process.name == \"NC\"` is false (case differs: `nc`).")
                .has("/condition/kind", "leaf");
    }

    @ParameterizedTest
    @CsvSource({
        WRONG_QUERY + ", 409, explain_rule_not_run, `=` does not compare",
        WRONG_FILE + ", 409, explain_rule_not_run, URGENT",
        OTHER_TYPE + ", 409, explain_rule_not_run, unsupported",
        "no-such-rule, 404, rule_not_found, `no-such-rule`"
    })
    void aRuleThatCannotBeExplainedSaysWhy(String id, int status, String code, String part) {
        assertThat(explain(id, START)).isProblem(status, code).says(part);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''            | body_empty    | empty",
                "{\"a\": 1     | body_not_json | line 1",
                "[{}]          | explain_one_event | by itself",
                "{}{}          | body_not_json | line 1"
            })
    void aBodyThatIsNotOneEventIsRefused(String body, String code, String part) {
        assertThat(explain(INDEXED, body)).isProblem(400, code).says(part);
    }

    @Test
    void aBodyMayBePacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(START.getBytes(StandardCharsets.UTF_8));
        }
        Map<String, String> headers = Map.of("Content-Encoding", "gzip");
        assertThat(post(path(INDEXED), packed.toByteArray(), headers)).hasStatus(200);
        assertThat(post(path(INDEXED), packed.toByteArray(), Map.of("Content-Encoding", "br")))
                .isProblem(415, "body_encoding");
    }

    private static String event(String category, String host, String more) {
        String id = category.equals("process") ? "begins" : "goes-on";
        return "{\"event\": {\"id\": \"" + id + "\", \"category\": \"" + category + "\"}, \"host\": {\"name\": \""
                + host + "\"}, " + more + "}";
    }

    private Answer explain(String id, String event) {
        return post(path(id), event);
    }

    private static String path(String id) {
        return RULES + "/" + id + "/explain";
    }
}
