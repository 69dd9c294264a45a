package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.api.http.Examples;
import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.RuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Rules that are put, changed and removed through the API, beside the shipped two. */
class RuleEditHttpTest extends HttpTest {

    private static final String ID = RuleFolder.id("e");
    private static final String RULE = RULES + "/" + ID;
    private static final String NETCAT = RULES + "/adb961e0-cb74-42a0-af9e-29fc41f88f5f";
    private static final String EVENT = "{\"process\":{\"name\":\"evil\"}}";

    @Autowired
    private LiveRules rules;

    @Value("${eqlair.data.dir}")
    private Path data;

    @AfterEach
    void leaveTheRulesAsTheyWere() {
        for (String rule : List.of(RULE, NETCAT)) {
            patch(rule, "{\"enabled\":null,\"severity\":null,\"risk_score\":null}", Map.of());
            delete(rule, Map.of());
        }
    }

    @Test
    void aRuleRunsOnceItWasPut() {
        assertThat(put(RULE, rule("Evil", "evil"), Map.of()))
                .hasStatus(201)
                .has("/action", "created")
                .has("/dry_run", false)
                .has("/rule/state", "active")
                .has("/rule/source", "api");
        assertThat(events(EVENT)).firesRules("Evil");
        assertThat(put(RULE, rule("Evil too", "evil"), Map.of()))
                .hasStatus(200)
                .has("/action", "replaced")
                .has("/changed", "[\"name\",\"content_hash\"]");
        assertThat(events(EVENT)).firesRules("Evil too");
    }

    @Test
    void aRuleThatWasPutIsThereAfterTheNextLoad() {
        assertThat(put(RULE, rule("Evil", "evil"), Map.of())).hasStatus(201);
        rules.load();
        assertThat(get(RULE)).has("/name", "Evil").has("/source", "api");
    }

    @Test
    void aRuleThatCameAsJsonIsKeptAsToml() throws IOException {
        String json =
                "{\"rule_id\":\"" + ID + "\",\"name\":\"Evil \\\"JSON\\\"\",\"type\":\"eql\",\"severity\":\"low\","
                        + "\"risk_score\":21,\"query\":\"any where process.name == \\\"evil\\\"\"}";
        Answer put = put(RULE, json, Map.of());
        assertThat(put).hasStatus(201);
        rules.load();
        assertThat(get(RULE))
                .has("/name", "Evil \"JSON\"")
                .has("/content_hash", put.at("/rule/content_hash").asString());
        assertThat(Files.readString(data.resolve("rules").resolve(ID + ".toml")))
                .contains("[rule]");
        assertThat(put(RULE, json.replace("==", "="), Map.of()))
                .isProblem(400, "rule_invalid")
                .has("/problems/0/line", 1);
    }

    @Test
    void aRuleThatIsNotInOrderIsRefusedWithAllThatIsWrong() {
        String wrong = rule("Evil", "evil").replace("low", "urgent").replace("21", "210");
        assertThat(put(RULE, wrong, Map.of()))
                .isProblem(400, "rule_invalid")
                .has("/problems/0/code", "rule_severity_unknown")
                .has("/problems/0/line", 5)
                .has("/problems/1/code", "rule_number_out_of_range");
        assertThat(get(RULE)).isProblem(404, "rule_not_found");
    }

    @Test
    void aQueryThatIsNotInOrderIsRefusedWithItsPlace() {
        assertThat(put(RULE, rule("Evil", "evil").replace("==", "="), Map.of()))
                .isProblem(400, "rule_invalid")
                .has("/problems/0/code", "eql_single_equals")
                .has("/problems/0/line", 7);
    }

    @ParameterizedTest
    @CsvSource({
        "type = \"eql\", type = \"threshold\", rule_unsupported_threshold",
        "0000000e, 0000000f, rule_id_mismatch"
    })
    void whatDoesNotRunHereIsRefused(String text, String other, String code) {
        assertThat(put(RULE, rule("Evil", "evil").replace(text, other), Map.of()))
                .isProblem(400, "rule_invalid")
                .has("/problems/0/code", code);
    }

    @Test
    void aDryRunKeepsNothing() {
        assertThat(put(RULE + "?dry_run=true", rule("Evil", "evil"), Map.of()))
                .hasStatus(200)
                .has("/dry_run", true)
                .has("/action", "created")
                .has("/rule/name", "Evil");
        assertThat(get(RULE)).isProblem(404, "rule_not_found");
        assertThat(patch(NETCAT + "?dry_run=true", "{\"severity\":\"critical\"}", Map.of()))
                .has("/rule/severity", "critical")
                .has("/changed", "[\"severity\",\"overlay\"]");
        assertThat(get(NETCAT)).has("/severity", "medium");
        assertThat(put(RULE + "?dry_run=maybe", rule("Evil", "evil"), Map.of())).isProblem(400, "parameter_flag");
        assertThat(put(RULE + "?dry_run", rule("Evil", "evil"), Map.of())).isProblem(400, "parameter_flag");
        assertThat(put(RULE + "?dryrun=true", rule("Evil", "evil"), Map.of())).isProblem(400, "parameter_unknown");
        assertThat(get(RULE)).isProblem(404, "rule_not_found");
    }

    @Test
    void whatIsSetStaysOverUpdatesOfTheRule() {
        assertThat(put(RULE, rule("Evil", "evil"), Map.of())).hasStatus(201);
        assertThat(patch(RULE, "{\"enabled\":false}", Map.of())).has("/rule/state", "disabled");
        assertThat(put(RULE, rule("Evil 2", "evil"), Map.of()))
                .has("/rule/state", "disabled")
                .has("/rule/overlay/enabled", false);
        assertThat(patch(RULE, "{\"enabled\":null}", Map.of())).has("/rule/state", "active");
    }

    @Test
    void aRuleIsListedWithWhatItsAuthorMayNotExpect() {
        String rule = rule("Evil", "evil").replace("process.name", "proces.name");
        assertThat(put(RULE, rule, Map.of())).has("/rule/problems/0/code", "rule_field_misspelt");
        assertThat(get(RULES + "?problem=rule_field_misspelt"))
                .has("/total", 1)
                .has("/rules/0/problems/0/level", "warning");
    }

    @Test
    void somebodyElsesChangeIsNotOverwritten() {
        String first = tag(put(RULE, rule("Evil", "evil"), Map.of("If-None-Match", "*")));
        assertThat(put(RULE, rule("Evil", "evil"), Map.of("If-None-Match", "*")))
                .isProblem(412, "rule_outdated");
        assertThat(tag(get(RULE))).isEqualTo(first);
        String second = tag(patch(RULE, "{\"risk_score\":99}", Map.of("If-Match", first)));
        assertThat(second).isNotEqualTo(first);
        assertThat(put(RULE, rule("Evil 2", "evil"), Map.of("If-Match", first)))
                .isProblem(412, "rule_outdated")
                .says("version is " + second);
        assertThat(delete(RULE, Map.of("If-Match", first))).isProblem(412, "rule_outdated");
        assertThat(put(RULE, rule("Evil 2", "evil"), Map.of("If-Match", "\"other\", " + second)))
                .hasStatus(200);
        assertThat(delete(RULE, Map.of("If-Match", "*"))).hasStatus(200);
        assertThat(put(RULE, rule("Evil", "evil"), Map.of("If-Match", "*"))).isProblem(412, "rule_outdated");
        assertThat(put(RULE, rule("Evil", "evil"), Map.of("If-Match", "\"\""))).isProblem(412, "rule_outdated");
    }

    @Test
    void aRuleOfAFileIsSwitchedOffAndOnAgain() {
        assertThat(patch(NETCAT, "{\"enabled\":false,\"severity\":\"critical\",\"risk_score\":99}", Map.of()))
                .hasStatus(200)
                .has("/rule/state", "disabled")
                .has("/rule/reason", "The rule was switched off through the API.")
                .has("/rule/overlay/enabled", false);
        assertThat(events(Examples.LINUX_RULE_FIRES)).firesNothing();
        rules.load();
        assertThat(get(NETCAT)).has("/state", "disabled");
        assertThat(patch(NETCAT, "{\"enabled\":null}", Map.of())).has("/rule/state", "active");
        assertThat(events(
                        Examples.LINUX_RULE_FIRES.replace("web-1", "web-2"))) // another event, as the alert is another
                .firesRules("Netcat")
                .has("/alerts/0/rule/severity", "critical")
                .has("/alerts/0/rule/risk_score", 99);
    }

    @Test
    void aRuleOfAFileIsReplacedAndComesBack() {
        String own =
                RuleFolder.toml("adb961e0-cb74-42a0-af9e-29fc41f88f5f", "Own", "any where process.name == \"evil\"");
        assertThat(put(NETCAT, own, Map.of())).hasStatus(200).has("/rule/name", "Own");
        assertThat(events(EVENT)).firesRules("Own");
        assertThat(events(Examples.LINUX_RULE_FIRES)).firesNothing();
        assertThat(get(RULES + "?state=disabled")).has("/total", 1).has("/rules/0/problems/0/code", "rule_overridden");
        assertThat(delete(NETCAT, Map.of())).hasStatus(200).has("/action", "removed");
        assertThat(get(NETCAT)).has("/source", "file");
        assertThat(delete(NETCAT, Map.of())).isProblem(409, "rule_kept_in_file").says("netcat.toml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                     | rule_patch_empty | enabled",
                "{}                     | rule_patch_empty | enabled",
                "no json                | rule_patch_empty | enabled",
                "{\"enabled\":1}        | member_type      | `true`, `false` or null",
                "{\"severity\":\"bad\"} | member_type      | `critical`",
                "{\"risk_score\":101}   | member_type      | from 0 to 100",
                "{\"enable\":true}      | member_unknown   | `risk_score`"
            })
    void aChangeThatCannotBeIsExplained(String body, String code, String part) {
        assertThat(patch(NETCAT, body, Map.of())).isProblem(400, code).says(part);
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        assertThat(patch(RULE, "{\"enabled\":false}", Map.of())).isProblem(404, "rule_not_found");
        assertThat(delete(RULE, Map.of())).isProblem(404, "rule_not_found");
        assertThat(put(RULES + "/7", rule("Evil", "evil"), Map.of())).isProblem(400, "rule_path_id");
    }

    @Test
    void itIsKnownWhoChangedWhat() {
        String put = tag(put(RULE, rule("Evil", "evil"), Map.of()));
        assertThat(patch(RULE, "{\"enabled\":false}", Map.of())).hasStatus(200);
        assertThat(get("/api/v1/audit?size=2&rule_id=" + ID))
                .has("/entries/0/action", "patch")
                .has("/entries/0/detail", "enabled=false")
                .has("/entries/1/action", "put")
                .has("/entries/1/actor", "anonymous")
                .has("/entries/1/address", "127.0.0.1")
                .has("/entries/1/after", put.replace("\"", ""))
                .has("/entries/0/before", put.replace("\"", ""));
    }

    private static String rule(String name, String process) {
        return RuleFolder.toml(ID, name, "any where process.name == \"" + process + "\"");
    }

    private static String tag(Answer answer) {
        return String.valueOf(answer.headers().getETag());
    }
}
