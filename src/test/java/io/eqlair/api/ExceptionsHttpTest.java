package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.RuleFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Exceptions and value lists through the API, and what they do to alerts. */
class ExceptionsHttpTest extends HttpTest {

    private static final String EXCEPTIONS = "/api/v1/exceptions";
    private static final String LISTS = "/api/v1/lists";
    private static final String RULE_ID = RuleFolder.id("e");
    private static final String RULE = RULES + "/" + RULE_ID;
    private static final String EVIL =
            "{\"process\":{\"name\":\"evil\"},\"host\":{\"name\":\"h1\"},\"source\":{\"ip\":\"10.1.2.3\"}}";
    private static final String ON_H1 = exception("\"rules\":[\"" + RULE_ID + "\"]", "host.name", "is", "\"h1\"");

    @Autowired
    private LiveRules rules;

    @TempDir
    static Path directory;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) {
        registry.add("eqlair.data.dir", directory::toString);
    }

    @AfterEach
    void leaveNothing() {
        for (JsonNode exception : get(EXCEPTIONS + "?size=1000").at("/exceptions")) {
            delete(EXCEPTIONS + "/" + exception.get("id").asString(), Map.of());
        }
        for (JsonNode list : get(LISTS).at("/lists")) {
            delete(LISTS + "/" + list.get("id").asString(), Map.of());
        }
        delete(RULE, Map.of());
    }

    private static String exception(String scope, String field, String operator, String value) {
        return "{\"name\":\"known\"," + scope + ",\"entries\":[{\"field\":\"" + field + "\",\"operator\":\"" + operator
                + "\",\"value\":" + value + "}]}";
    }

    private static String rule(String name, String query, String more) {
        return """
                [rule]
                rule_id = "%s"
                name = "%s"
                type = "eql"
                severity = "low"
                risk_score = 21
                query = '''%s'''
                %s
                """.formatted(RULE_ID, name, query, more);
    }

    private void putRule(String name) {
        assertThat(put(RULE, rule(name, "any where process.name == \"evil\"", ""), Map.of())
                        .status())
                .isIn(200, 201);
    }

    @Test
    void anExceptionKeepsAnEventFromARuleAndSaysHowOften() {
        putRule("Evil");
        assertThat(events(EVIL)).firesRules("Evil");
        Answer made = post(EXCEPTIONS, ON_H1);
        assertThat(made)
                .hasStatus(201)
                .has("/name", "known")
                .has("/state", "active")
                .has("/origin", "api")
                .has("/eql", "host.name == \"h1\"")
                .has("/hits", 0);
        String path = EXCEPTIONS + "/" + made.at("/id").asString();
        assertThat(made.headers().getLocation()).hasToString(path);
        assertThat(events(EVIL)).firesNothing();
        assertThat(events(EVIL.replace("h1", "h2"))).firesRules("Evil");
        assertThat(get(path)).has("/hits", 1);
        assertThat(get(path).at("/last_hit").asString()).isNotBlank();
        assertThat(get(RULE)).has("/exceptions/0/name", "known").has("/evidence/excepted", 1);
        assertThat(get("/actuator/prometheus").text())
                .contains("eqlair_exceptions_hits_total{exception=\""
                        + made.at("/id").asString() + "\"} 1.0");
        assertThat(delete(path, Map.of())).hasStatus(204);
        assertThat(events(EVIL)).firesRules("Evil");
        assertThat(get(path)).isProblem(404, "exception_not_found");
        assertThat(get("/actuator/prometheus").text())
                .doesNotContain(made.at("/id").asString());
    }

    /** The first thing that people ask of exceptions. */
    @Test
    void anExceptionSurvivesAnUpgradeOfItsRuleAndReloads() {
        putRule("Evil");
        assertThat(post(EXCEPTIONS, ON_H1)).hasStatus(201);
        assertThat(events(EVIL)).firesNothing();
        put(RULE, rule("Evil 2", "any where process.name in (\"evil\", \"worse\")", ""), Map.of());
        assertThat(events(EVIL)).firesNothing();
        assertThat(events(EVIL.replace("h1", "h2"))).firesRules("Evil 2");
        rules.load();
        assertThat(events(EVIL)).firesNothing();
        assertThat(get(EXCEPTIONS + "?rule_id=" + RULE_ID)).has("/total", 1).has("/exceptions/0/hits", 3);
        delete(RULE, Map.of());
        assertThat(get(EXCEPTIONS)).has("/total", 1).has("/exceptions/0/findings/0/code", "exception_rule_unknown");
        putRule("Evil 3");
        assertThat(events(EVIL)).firesNothing();
    }

    @Test
    void anExceptionForAllRulesMustSaySo() {
        putRule("Evil");
        String all = exception("\"rules\":\"all\"", "host.name", "is", "\"h1\"");
        assertThat(post(EXCEPTIONS, all.replace("\"rules\":\"all\",", "")))
                .isProblem(400, "exception_invalid")
                .says("would except nothing", "\"rules\": \"all\"")
                .has("/problems/0/path", "rules")
                .has("/problems/0/code", "exception_for_nothing");
        assertThat(post(EXCEPTIONS, all)).hasStatus(201).has("/rules", "all");
        assertThat(events(EVIL)).firesNothing();
    }

    @Test
    void anExceptionIsForTheRulesThatNameItsList() {
        put(
                RULE,
                rule(
                        "Evil",
                        "any where process.name == \"evil\"",
                        "[[rule.exceptions_list]]\nid = \"x\"\nlist_id = \"team\"\nnamespace_type = \"single\"\ntype = \"detection\""),
                Map.of());
        assertThat(post(EXCEPTIONS, exception("\"lists\":[\"other\"]", "host.name", "is", "\"h1\"")))
                .hasStatus(201)
                .has("/findings/0/code", "exception_list_unnamed");
        assertThat(events(EVIL)).firesRules("Evil");
        assertThat(post(EXCEPTIONS, exception("\"lists\":[\"team\"]", "host.name", "is", "\"h1\"")))
                .hasStatus(201)
                .has("/findings", "[]");
        assertThat(events(EVIL)).firesNothing();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"entries\":[{\"field\":\"a\",\"operator\":\"is\",\"value\":null}]} | entries[0].value",
                "{\"entries\":[{\"field\":\"a\",\"operator\":\"is\",\"value\":[1]}]} | entries[0].value",
                "{\"entries\":[{\"or\":[{\"field\":\"a\",\"operator\":\"exists\"},{\"field\":\"a\",\"operator\":\"in_cidr\",\"value\":\"10.0.0.0/33\"}]}]} | entries[0].or[1].value",
                "{\"entries\":[{\"field\":\"a\",\"operator\":\"exists\",\"value\":1}]} | entries[0].value",
                "{\"entries\":[{\"field\":\"a\",\"operator\":\"equals\",\"value\":1}]} | entries[0].operator",
                "{\"entries\":[{\"field\":\"a\",\"operator\":\"is\",\"values\":1}]} | entries[0].values",
                "{\"entries\":[{\"and\":[]}]} | entries[0].and",
                "{\"entries\":[]} | entries",
                "{} | entries",
                "{\"entries\":[{\"not\":{\"field\":\"a\",\"operator\":\"in_list\",\"value\":\"none\"}}]} | entries[0].not.value",
                "{\"entries\":[{\"not\":{\"field\":\"\",\"operator\":\"exists\"}}]} | entries[0].not.field",
                "{\"entries\":[{\"field\":\"a\",\"operator\":\"is_one_of\",\"value\":[]}]} | entries[0].value",
                "{\"entries\":[{\"field\":\"a\",\"operator\":\"matches\",\"value\":[\"a\",1]}]} | entries[0].value[1]",
                "{\"entries\":[{\"field\":\"a\",\"operator\":\"exists\"}],\"expires_at\":\"tomorrow\"} | expires_at",
                "{\"entries\":[{\"field\":\"a\",\"operator\":\"exists\"}],\"step\":-1} | step",
                "{\"entries\":[{\"field\":\"a\",\"operator\":\"exists\"}],\"os_types\":[\"Windows\"]} | os_types[0]",
                "{\"entries\":[{\"field\":\"a\",\"operator\":\"exists\"}],\"expires\":1} | expires"
            })
    void aProblemSaysWhereItIs(String json, String path) {
        String whole = "{\"name\":\"n\",\"rules\":\"all\"" + (json.equals("{}") ? "}" : "," + json.substring(1));
        assertThat(post(EXCEPTIONS, whole)).isProblem(400, "exception_invalid").has("/problems/0/path", path);
    }

    @Test
    void whatIsNoExceptionIsRefused() {
        assertThat(post(EXCEPTIONS, "[1]")).isProblem(400, "exception_invalid").says("not a JSON object");
        assertThat(post(EXCEPTIONS, "{")).isProblem(400, "exception_invalid").says("not a JSON object");
        assertThat(put(EXCEPTIONS + "/a$b", ON_H1, Map.of())).isProblem(400, "exception_id");
        assertThat(get(EXCEPTIONS + "?state=gone")).isProblem(400, "exception_state");
        assertThat(get(EXCEPTIONS + "?rule_id=none")).isProblem(404, "rule_not_found");
        assertThat(delete(EXCEPTIONS + "/none", Map.of())).isProblem(404, "exception_not_found");
        assertThat(put(EXCEPTIONS + "/big", " ".repeat(2_097_153), Map.of())).isProblem(413, "exception_too_large");
    }

    @Test
    void aStepThatCannotBeMeantIsRefused() {
        String query = "sequence with maxspan=1m [any where process.name == \"evil\"] ![any where true]";
        assertThat(put(RULE, rule("Evil", query, ""), Map.of()).status()).isIn(200, 201);
        assertThat(post(EXCEPTIONS, ON_H1.replace("\"name\"", "\"step\":1,\"name\"")))
                .isProblem(400, "exception_invalid")
                .has("/problems/0/code", "exception_step_missing");
        assertThat(post(EXCEPTIONS, ON_H1.replace("\"name\"", "\"step\":2,\"name\"")))
                .has("/problems/0/code", "exception_step_range");
        assertThat(put(EXCEPTIONS + "/s", ON_H1.replace("\"name\"", "\"step\":0,\"name\""), Map.of()))
                .hasStatus(201);
        putRule("Evil");
        assertThat(put(EXCEPTIONS + "/s", ON_H1.replace("\"name\"", "\"step\":1,\"name\""), Map.of()))
                .has("/problems/0/code", "exception_step_event");
    }

    @Test
    void aSequenceGoesOnWhenExceptionsChangeAndIsDroppedWhenItsFirstEventIsExceptedByThen() {
        String query =
                "sequence by host.name [any where process.name == \"evil\"] [any where process.name == \"worse\"]";
        put(RULE, rule("Evil", query, ""), Map.of());
        String worse = EVIL.replace("evil", "worse");
        events(EVIL);
        events(EVIL.replace("h1", "h2"));
        put(EXCEPTIONS + "/s", ON_H1.replace("\"name\"", "\"step\":0,\"name\""), Map.of());
        assertThat(events(worse)).firesNothing();
        assertThat(events(worse.replace("h1", "h2"))).firesRules("Evil");
        assertThat(get(EXCEPTIONS + "/s")).has("/hits", 1);
        assertThat(get(RULE)).has("/evidence/excepted", 1).has("/evidence/alerts", 1);
    }

    @Test
    void anExceptionIsPutWithAnIdOfChoiceAndChangedByItsVersion() {
        putRule("Evil");
        String path = EXCEPTIONS + "/backup-agent";
        Answer first = put(path, ON_H1, Map.of());
        assertThat(first).hasStatus(201).has("/id", "backup-agent");
        assertThat(events(EVIL)).firesNothing();
        String changed = get(path).text().replace("\"h1\"", "\"h2\"");
        String version = String.valueOf(first.headers().getETag());
        assertThat(put(path, changed, Map.of("If-Match", "\"other\""))).isProblem(412, "exception_outdated");
        assertThat(put(path, changed, Map.of("If-None-Match", "*"))).isProblem(412, "exception_outdated");
        assertThat(put(path, changed, Map.of("If-Match", version)))
                .hasStatus(200)
                .has("/hits", 1)
                .has("/created_at", first.at("/created_at").asString());
        assertThat(events(EVIL)).firesRules("Evil");
        assertThat(delete(path, Map.of("If-Match", version))).isProblem(412, "exception_outdated");
        assertThat(get("/api/v1/audit?size=2"))
                .has("/entries/0/action", "put")
                .has("/entries/0/exception_id", "backup-agent")
                .has("/entries/1/exception_id", "backup-agent");
    }

    @Test
    void statesAreShownAndCanBeAskedFor() {
        put(EXCEPTIONS + "/a", ON_H1, Map.of());
        put(EXCEPTIONS + "/b", ON_H1.replace("\"name\"", "\"enabled\":false,\"name\""), Map.of());
        put(EXCEPTIONS + "/c", ON_H1.replace("\"name\"", "\"expires_at\":\"2020-01-01T00:00:00Z\",\"name\""), Map.of());
        putRule("Evil");
        delete(EXCEPTIONS + "/a", Map.of());
        assertThat(events(EVIL)).firesRules("Evil");
        put(EXCEPTIONS + "/a", ON_H1, Map.of());
        for (List<String> one : List.of(List.of("a", "active"), List.of("b", "disabled"), List.of("c", "expired"))) {
            assertThat(get(EXCEPTIONS + "?state=" + one.get(1)))
                    .has("/total", 1)
                    .has("/exceptions/0/id", one.get(0))
                    .has("/exceptions/0/state", one.get(1));
        }
        assertThat(get(EXCEPTIONS + "?size=1&page=1")).has("/total", 3).has("/exceptions/0/id", "b");
    }

    @Test
    void valueListsCanBePutAsTextAndChangedWhileExceptionsNameThem() {
        putRule("Evil");
        assertThat(post(EXCEPTIONS, exception("\"rules\":\"all\"", "source.ip", "in_list", "\"nets\"")))
                .isProblem(400, "exception_invalid")
                .says("PUT /api/v1/lists/nets");
        assertThat(put(LISTS + "/nets?type=ip_range", "192.0.2.0/24\n\n10.1.2.1-10.1.2.2\n", Map.of()))
                .hasStatus(201)
                .has("/size", 2)
                .has("/type", "ip_range");
        assertThat(post(EXCEPTIONS, exception("\"rules\":\"all\"", "source.ip", "in_list", "\"nets\"")))
                .hasStatus(201)
                .has("/eql", "source.ip in list \"nets\"");
        assertThat(events(EVIL)).firesRules("Evil");
        assertThat(put(
                        LISTS + "/nets",
                        "{\"type\":\"ip\",\"values\":[\"10.1.2.3\"]}",
                        Map.of("Content-Type", "application/json")))
                .hasStatus(200);
        assertThat(events(EVIL)).firesNothing();
        assertThat(get(LISTS + "/nets")).has("/values", "[\"10.1.2.3\"]");
        assertThat(delete(LISTS + "/nets", Map.of())).isProblem(409, "list_in_use");
        assertThat(put(LISTS + "/nets?type=ip", "10.1.2.3\nhost-1\n", Map.of()))
                .isProblem(400, "list_invalid")
                .has("/problems/0/path", "line 2");
        assertThat(put(LISTS + "/nets?type=text", "a", Map.of())).isProblem(400, "list_type");
        assertThat(put(LISTS + "/nets", "", Map.of())).isProblem(400, "list_invalid");
        assertThat(get(LISTS + "/none")).isProblem(404, "list_not_found");
    }

    @Test
    void theExplanationSaysThatAnExceptionKeepsTheEventOut() {
        putRule("Evil");
        assertThat(post(RULE + "/explain", EVIL)).has("/matches", true).has("/exceptions", "[]");
        put(EXCEPTIONS + "/x", ON_H1, Map.of());
        Answer explained = post(RULE + "/explain", EVIL);
        assertThat(explained).has("/matches", true).has("/exceptions/0/id", "x");
        assertThat(explained.at("/summary").asString()).endsWith("An exception keeps it from the rule: `known`.");
        assertThat(post(RULE + "/explain", EVIL.replace("h1", "h2"))).has("/exceptions", "[]");
        assertThat(get(EXCEPTIONS + "/x")).has("/hits", 0);
        String query = "sequence with maxspan=1m [any where process.name == \"evil\"] [any where true]";
        put(RULE, rule("Evil", query, ""), Map.of());
        put(EXCEPTIONS + "/x", ON_H1.replace("\"name\"", "\"step\":1,\"name\""), Map.of());
        assertThat(post(RULE + "/explain", EVIL)).has("/exceptions/0/step", 1).has("/exceptions/0/items", "[2]");
    }

    @Test
    void anImportFromKibanaTellsWhatBecameOfEachLine() {
        put(
                RULE,
                rule(
                        "Evil",
                        "any where process.name == \"evil\"",
                        "[[rule.exceptions_list]]\nid = \"x\"\nlist_id = \"team\"\nnamespace_type = \"single\"\ntype = \"detection\""),
                Map.of());
        String export = """
                {"id":"1","list_id":"team","type":"detection","name":"Team","namespace_type":"single","os_types":[],"tags":[]}
                {"item_id":"i-1","list_id":"team","type":"simple","name":"Host","description":"Known.","comments":[{"comment":"ok","created_by":"ann"}],"os_types":[],"tags":[],"entries":[{"field":"host.name","operator":"included","type":"match","value":"h1"},{"field":"user","type":"nested","entries":[{"field":"name","operator":"excluded","type":"match_any","value":["ann","bob"]}]}]}
                {"item_id":"i-2","list_id":"team","type":"simple","name":"Path","tags":["a"],"entries":[{"field":"process.executable","operator":"included","type":"wildcard","value":"C:\\\\\\\\Tools\\\\\\\\*"}]}
                {"item_id":"i-3","list_id":"team","name":"Odd","entries":[{"field":"a","operator":"included","type":"match_fuzzy","value":"x"}]}
                {"item_id":"i 4/5","list_id":"gone","name":"Elsewhere","entries":[{"field":"a","operator":"excluded","type":"exists"}],"expire_time":"2030-01-01T00:00:00.000Z"}
                no json
                {"exported_exception_list_count":1,"exported_exception_list_item_count":4}
                """;
        Answer answer = post(EXCEPTIONS + "/import", export);
        assertThat(answer)
                .hasStatus(200)
                .has("/lists", 1)
                .has("/imported/0", "i-1")
                .has("/imported/1", "i-2")
                .has("/replaced", "[]")
                .has("/rejected/0/line", 4)
                .has("/rejected/0/problems/0/path", "entries[0].type")
                .has("/rejected/1/line", 6)
                .has("/notes/0/code", "import_member_ignored")
                .has("/notes/1/code", "import_list_unnamed");
        assertThat(get(EXCEPTIONS + "/i-1"))
                .has("/origin", "kibana")
                .has("/comment", "Known.\nann: ok")
                .has("/lists", "[\"team\"]")
                .has("/eql", "host.name == \"h1\" and not user.name in (\"ann\", \"bob\")");
        assertThat(get(EXCEPTIONS + "/i-2")).has("/entries/0/value", "[\"C:\\\\Tools\\\\*\"]");
        assertThat(events(EVIL)).firesNothing();
        String elsewhere = answer.at("/imported/2").asString();
        assertThat(get(EXCEPTIONS + "/" + elsewhere))
                .has("/lists", "[\"gone\"]")
                .has("/expires_at", "2030-01-01T00:00:00Z")
                .has("/eql", "a == null");
        assertThat(post(EXCEPTIONS + "/import?rule_id=" + RULE_ID, export))
                .has("/replaced/0", "i-1")
                .has("/imported", "[]");
        assertThat(get(EXCEPTIONS + "/" + elsewhere)).has("/rules", "[\"" + RULE_ID + "\"]");
        assertThat(post(EXCEPTIONS + "/import?rules=all", export)).hasStatus(200);
        assertThat(get(EXCEPTIONS + "/" + elsewhere)).has("/rules", "all");
        assertThat(post(EXCEPTIONS + "/import?rules=some", export)).isProblem(400, "import_rules");
        assertThat(post(EXCEPTIONS + "/import", "")).isProblem(400, "exception_invalid");
    }
}
