package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Stored alerts: listed, counted, shown and judged. Each test has a host of its own. */
@TestPropertySource(properties = "eqlair.rules.locations=src/test/resources/api/alerts")
class AlertsHttpTest extends HttpTest {

    private static final String ALERTS = "/api/v1/alerts";

    @Test
    void theLatestComeFirst() {
        raise("latest", 3);
        assertThat(pids(get(ALERTS + "?host=latest"))).containsExactly(3, 2, 1);
        assertThat(pids(get(ALERTS + "?host=latest&order=asc"))).containsExactly(1, 2, 3);
        assertThat(get(ALERTS + "?host=latest")).hasNot("/next").hasNot("/partial");
    }

    @Test
    void pagesStayAsTheyAreWhileAlertsArrive() {
        raise("paged", 7);
        List<Integer> seen = new ArrayList<>();
        String after = "";
        do {
            Answer page = get(ALERTS + "?host=paged&limit=3&after=" + after);
            seen.addAll(pids(page));
            after = page.at("/next").asString("");
            raise("paged", 1);
        } while (!after.isEmpty());
        assertThat(seen).containsExactly(7, 6, 5, 4, 3, 2, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule=00000000-0000-4000-8000-0000000000D1 | 2",
                "rule=00000000-0000-4000-8000-0000000000d2 | 0",
                "severity=high&severity=low | 2",
                "severity=low | 0",
                "severity=low&building_block=only | 1",
                "building_block=include | 3",
                "tactic=execution&technique=T1059 | 2",
                "technique=T1204 | 0",
                "tag=os: linux | 2",
                "status=open&disposition=none&assignee=none | 2",
                "status=closed | 0",
                "from=2026-01-15T09:30:00Z&to=1768469400001 | 2",
                "to=2026-01-15T09:30:00Z | 0",
                "detected_to=2026-01-15 | 0",
                "text=WITH PROCESS NC | 2",
                "process.name=nc | 2",
                "process.name=NC | 0",
                "process.pid=1&process.pid=2 | 2",
                "process.pid=1&process.name=nc | 1",
                "field.message=hello | 2",
                "field.process.pid=2 | 1",
                "status=&text= | 2",
            })
    void filtersSayWhichAlertsAreWanted(String parameters, int found) {
        if (pids(get(ALERTS + "?host=filtered")).isEmpty()) {
            raise("filtered", 2);
            assertThat(events(event("filtered", "sh", 9))).firesRules("Shell");
        }
        assertThat(pids(get(ALERTS + "?host=FILTERED&" + parameters))).hasSize(found);
        assertThat(get(ALERTS + "/summary?host=FILTERED&" + parameters)).has("/alerts", found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "severty=high | parameter_unknown | `severity`",
                "severity=hihg | parameter_word | `critical`",
                "status=done | parameter_word | `acknowledged`",
                "disposition=bad | parameter_word | `benign`",
                "rule=x | parameter_word | the id of a rule",
                "building_block=no | parameter_word | `only`",
                "from=yesterday | parameter_time | 2026-01-15T09:30:00Z",
                "to=1&to=2 | parameter_repeated | once",
                "limit=0 | parameter_range | 1000",
                "limit=1001 | parameter_range | 1000",
                "limit=many | parameter_type | whole number",
                "sort=host | parameter_word | `risk_score`",
                "order=up | parameter_word | `asc`",
                "after=x | parameter_cursor | `next`",
                "after=*** | parameter_cursor | `next`",
                "format=xml | parameter_word | `native`, `kibana`, `ecs` or `ocsf`",
                "field.=x | parameter_field | process.name=nc",
            })
    void whatCannotBeAskedIsRefused(String parameters, String code, String part) {
        assertThat(get(ALERTS + "?" + parameters)).isProblem(400, code).says(part);
    }

    @Test
    void aCursorBelongsToItsOrder() {
        raise("cursor", 2);
        String next = get(ALERTS + "?host=cursor&limit=1").at("/next").asString();
        assertThat(get(ALERTS + "?host=cursor&after=" + next)).hasStatus(200);
        assertThat(get(ALERTS + "?host=cursor&order=asc&after=" + next)).isProblem(400, "parameter_cursor");
        assertThat(get(ALERTS + "?host=cursor&sort=severity&after=" + next)).isProblem(400, "parameter_cursor");
    }

    @Test
    void countsAreByAllThatMatters() {
        raise("counted", 2);
        assertThat(events(event("counted", "sh", 9))).firesRules("Shell");
        assertThat(get(ALERTS + "/summary?host=counted&building_block=include"))
                .has("/alerts", 3)
                .has("/rules/0/name", "Netcat")
                .has("/rules/0/alerts", 2)
                .has("/severities/high", 2)
                .has("/severities/critical", 0)
                .has("/statuses/open", 3)
                .has("/tactics", "[{\"id\":\"TA0002\",\"name\":\"Execution\",\"alerts\":2}]")
                .has("/hours", "[{\"hour\":\"2026-01-15T09:00:00Z\",\"alerts\":3}]")
                .has("/partial", false);
        assertThat(get(ALERTS + "/summary?limit=3")).isProblem(400, "parameter_unknown");
    }

    @Test
    void whatIsSaidOfAnAlertIsShownWithItsHistory() {
        String id = raise("judged", 1).getFirst();
        assertThat(get(ALERTS + "/" + id))
                .has("/id", id)
                .has("/rule/name", "Netcat")
                .has("/status", "open")
                .has("/history", "[]");
        assertThat(change(id, "{\"status\":\"acknowledged\",\"assignee\":\"ann\",\"note\":\"I look.\"}"))
                .hasStatus(200)
                .has("/status", "acknowledged");
        assertThat(change(id, "{\"status\":\"closed\",\"disposition\":\"benign\",\"assignee\":null}"))
                .has("/status", "closed")
                .has("/disposition", "benign")
                .has("/note", "I look.")
                .hasNot("/assignee")
                .has("/history/1/field", "assignee")
                .has("/history/1/new_value", "ann")
                .has("/history/1/changed_by", null)
                .has("/history/3/field", "status")
                .has("/history/3/old_value", "acknowledged")
                .has("/history/3/new_value", "closed")
                .hasNot("/history/6");
        assertThat(pids(get(ALERTS + "?host=judged&status=closed&disposition=benign")))
                .hasSize(1);
    }

    @Test
    void somebodyElsesChangeIsNotOverwritten() {
        String id = raise("guarded", 1).getFirst();
        String before = String.valueOf(get(ALERTS + "/" + id).headers().getETag());
        Answer first = patch(ALERTS + "/" + id, "{\"status\":\"closed\"}", Map.of("If-Match", before));
        assertThat(first).hasStatus(200);
        assertThat(patch(ALERTS + "/" + id, "{\"status\":\"open\"}", Map.of("If-Match", before)))
                .isProblem(412, "alert_outdated");
        String after = String.valueOf(first.headers().getETag());
        assertThat(patch(ALERTS + "/" + id, "{\"status\":\"open\"}", Map.of("If-Match", after)))
                .has("/status", "open");
    }

    @Test
    void anAlertThatIsNotThereIsNotFound() {
        assertThat(get(ALERTS + "/nothing")).isProblem(404, "alert_not_found").says("GET /api/v1/alerts");
        assertThat(change("nothing", "{\"status\":\"closed\"}")).isProblem(404, "alert_not_found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | triage_empty",
                "{} | triage_empty",
                "[] | triage_empty",
                "{\"status\": | triage_empty",
                "{\"state\":\"closed\"} | member_unknown",
                "{\"status\":null} | member_type",
                "{\"status\":\"done\"} | member_type",
                "{\"disposition\":1} | member_type",
                "{\"assignee\":\" \"} | member_type",
                "{\"status\":\"open\",\"status\":\"closed\"} | triage_empty",
                "{\"ids\":[\"a\"],\"status\":\"open\"} | member_unknown",
            })
    void whatCannotBeSaidIsRefused(String body, String code) {
        assertThat(change("nothing", body)).isProblem(400, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":\"closed\"} | triage_target",
                "{\"ids\":[\"a\"],\"filter\":{\"host\":\"x\"},\"status\":\"closed\"} | triage_target",
                "{\"ids\":[\"a\"]} | triage_empty",
                "{\"ids\":[],\"status\":\"closed\"} | member_type",
                "{\"ids\":[1],\"status\":\"closed\"} | member_type",
                "{\"filter\":{},\"status\":\"closed\"} | member_type",
                "{\"filter\":{\"hots\":\"x\"},\"status\":\"closed\"} | member_unknown",
                "{\"filter\":{\"host\":{}},\"status\":\"closed\"} | member_type",
                "{\"filter\":{\"host\":[]},\"status\":\"closed\"} | member_type",
                "{\"filter\":{\"host\":\"\"},\"status\":\"closed\"} | member_type",
                "{\"filter\":{\"status\":\"done\"},\"status\":\"closed\"} | parameter_word",
                "{\"filter\":{\"host\":\"x\"},\"after\":\"y\",\"status\":\"closed\"} | parameter_cursor",
            })
    void whoIsMeantMustBeCertain(String body, String code) {
        assertThat(patch(ALERTS, body, Map.of())).isProblem(400, code);
    }

    @Test
    void severalAreChangedAtOnce() {
        List<String> ids = raise("several", 3);
        assertThat(change(ids.getFirst(), "{\"status\":\"closed\"}")).hasStatus(200);
        String named = "{\"ids\":[\"%s\",\"%s\",\"gone\"],\"status\":\"closed\"}".formatted(ids.get(0), ids.get(1));
        assertThat(patch(ALERTS, named, Map.of()))
                .has("/updated", 1)
                .has("/unchanged", 1)
                .has("/missing", "[\"gone\"]")
                .hasNot("/partial");
        String fitting = "{\"filter\":{\"host\":\"several\",\"process.pid\":[2,3]},\"disposition\":\"benign\"}";
        assertThat(patch(ALERTS, fitting, Map.of())).has("/updated", 2).has("/unchanged", 0);
        assertThat(pids(get(ALERTS + "?host=several&disposition=benign"))).containsExactly(3, 2);
    }

    @Test
    void tooManyAtOnceAreRefused() {
        String ids = "\"x\",".repeat(1_000) + "\"x\"";
        assertThat(patch(ALERTS, "{\"ids\":[" + ids + "],\"status\":\"closed\"}", Map.of()))
                .isProblem(400, "triage_too_many")
                .says("1001", "1000");
        assertThat(patch(ALERTS, " ".repeat(1 << 20) + "{}", Map.of())).isProblem(413, "triage_too_long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"native", "kibana", "ecs", "ocsf"})
    void everyFormatIsAnswered(String format) {
        String id = raise("formats", 1).getFirst();
        assertThat(get(ALERTS + "?host=formats&limit=1&format=" + format)
                        .at("/alerts/0")
                        .isObject())
                .isTrue();
        assertThat(get(ALERTS + "/" + id + "?format=" + format)).hasStatus(200).has("/history", "[]");
        assertThat(post(EVENTS + "?format=" + format, event("formats", "nc", 99))
                        .at("/alerts")
                        .size())
                .isEqualTo(1);
    }

    /** Kibana has one for each event, and one that holds them together. */
    @Test
    void aSequenceIsSeveralDocumentsOfOneAlert() {
        for (int pair = 0; pair < 2; pair++) {
            String host = "pair";
            assertThat(events(event(host, "first", 2 * pair))).firesNothing();
            assertThat(events(event(host, "second", 2 * pair + 1))).firesRules("Pair");
        }
        Answer page = get(ALERTS + "?host=pair&limit=1&format=kibana");
        assertThat(page.at("/alerts").size()).isEqualTo(3);
        Answer rest = get(ALERTS + "?host=pair&limit=1&format=kibana&after="
                + page.at("/next").asString());
        assertThat(rest).hasNot("/next");
        assertThat(rest.at("/alerts").size()).isEqualTo(3);
        assertThat(get(ALERTS + "/summary?host=pair")).has("/alerts", 2);
    }

    @Test
    void aFormatThatThereIsNotIsRefusedEverywhere() {
        assertThat(get(ALERTS + "/x?format=xml")).isProblem(400, "parameter_word");
        assertThat(post(EVENTS + "?format=xml", "{}")).isProblem(400, "parameter_word");
        assertThat(post(RULES + "/test?format=xml", "{}"))
                .isProblem(400, "parameter_word")
                .says("`native`, `kibana`, `ecs` or `ocsf`");
        assertThat(post(
                        RULES + "/test?format=ecs",
                        "{\"rule_ids\":[\"00000000-0000-4000-8000-0000000000d1\"],\"events\":["
                                + event("tested", "nc", 1) + "]}"))
                .hasStatus(200)
                .has("/rules/0/alerts", 1);
    }

    private Answer change(String id, String body) {
        return patch(ALERTS + "/" + id, body, Map.of());
    }

    /** Alerts of processes 1, 2, …, in this order. */
    private List<String> raise(String host, int count) {
        List<String> ids = new ArrayList<>();
        for (int pid = 1; pid <= count; pid++) {
            Answer answer = events(event(host, "nc", pid));
            assertThat(answer).firesRules("Netcat");
            ids.add(answer.at("/alerts/0/id").asString());
        }
        return ids;
    }

    private static String event(String host, String program, int pid) {
        return """
                {"@timestamp": "2026-01-15T09:30:00Z", "event": {"category": "process"}, "host": {"name": "%s"},
                 "message": "hello", "process": {"name": "%s", "pid": %d}}""".formatted(host, program, pid);
    }

    private static List<Integer> pids(Answer answer) {
        assertThat(answer).hasStatus(200);
        return answer.at("/alerts").values().stream()
                .map(alert -> alert.at("/events/0/source/process/pid").asInt())
                .toList();
    }
}
