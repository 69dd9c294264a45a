package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches over events that a request brings, in the answer's shape of Elasticsearch. */
class SearchHttpTest extends HttpTest {

    private static final String EVENTS = "{\"@timestamp\":3,\"n\":3,\"event.category\":\"process\",\"host\":\"a\"},"
            + " {\"_index\":\"logs\",\"_id\":\"one\",\"_source\":{\"@timestamp\":1, \"n\":1,\"event\":{\"category\":\"file\"},\"host\":\"a\"}},"
            + "{\"@timestamp\":2,\"n\":2,\"event.category\":[\"process\",\"session\"],\"host\":\"a\"}";

    @Test
    void eventsAreAnsweredOldestFirst() {
        assertThat(search("any where true", ""))
                .hasStatus(200)
                .has("/is_partial", false)
                .has("/is_running", false)
                .has("/timed_out", false)
                .has("/hits/total/value", 3)
                .has("/hits/total/relation", "eq")
                .has("/hits/events/0/_index", "logs")
                .has("/hits/events/0/_id", "one")
                .has("/hits/events/1/_source/n", 2)
                .has("/hits/events/2/_index", "")
                .hasNot("/hits/events/0/missing")
                .hasNot("/hits/sequences");
    }

    @Test
    void sourcesAreAnsweredAsTheyCame() {
        assertThat(search("file where true", "").text())
                .contains("\"_source\":{\"@timestamp\":1, \"n\":1,\"event\":{\"category\":\"file\"},\"host\":\"a\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                     | 1,2,3",
                "'\"size\":2'                                           | 2,3",
                "'\"size\":2,\"result_position\":\"tail\"'              | 2,3",
                "'\"size\":2,\"result_position\":\"head\"'              | 1,2",
                "'\"size\":0'                                           | ''",
                "'\"timestamp_field\":\"n\"'                          | 1,2,3"
            })
    void sizeCutsWhatIsAnsweredAndNotTheTotal(String members, String numbers) {
        Answer answer = search("any where true", members);
        assertThat(answer).has("/hits/total/value", 3);
        assertThat(answer.at("/hits/events").values().stream()
                        .map(hit -> hit.at("/_source/n").toString()))
                .containsExactly(numbers.isEmpty() ? new String[0] : numbers.split(","));
    }

    @Test
    void pipesCutTheTotal() {
        assertThat(search("any where true | tail 2 | head 1", ""))
                .has("/hits/total/value", 1)
                .has("/hits/events/0/_source/n", 2);
    }

    @Test
    void theCategoryMayStandInAnotherField() {
        assertThat(search("a where n == 3", "\"event_category_field\":\"host\""))
                .has("/hits/total/value", 1);
    }

    @Test
    void sequencesAreAnsweredWithTheirKeys() {
        assertThat(search(
                        "sequence by host with maxspan=1h [file where true] ![network where true] [process where true]",
                        ""))
                .has("/hits/total/value", 1)
                .has("/hits/sequences/0/join_keys", "[\"a\"]")
                .has("/hits/sequences/0/events/0/_source/n", 1)
                .has("/hits/sequences/0/events/1", "{\"_index\":\"\",\"_id\":\"\",\"_source\":{},\"missing\":true}")
                .has("/hits/sequences/0/events/2/_source/n", 2)
                .hasNot("/hits/events");
    }

    @Test
    void whatIsWrongWithAQueryIsShownInIt() {
        assertThat(search("any where\\n  f = 1 and nonsense(2)", ""))
                .isProblem(400, "eql_single_equals")
                .says("  2 |   f = 1", "^", "Use `==`")
                .has("/diagnostics/0/line", 2)
                .has("/diagnostics/0/column", 5)
                .has("/diagnostics/0/length", 1);
    }

    @Test
    void allThatIsWrongWithAQueryIsTold() {
        assertThat(search("any where nonsense(1) and lenght(f) == 1", ""))
                .isProblem(400, "eql_function_unknown")
                .has("/diagnostics/1/code", "eql_function_misspelt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                      | member_missing  | `query`",
                "'{}'                                                    | member_missing  | `query`",
                "'{\"query\":\"any where true\"}'                        | member_missing  | `events`",
                "'[]'                                                    | member_type     | a JSON object",
                "'{\"query\":1}'                                         | member_type     | a string",
                "'{\"events\":{}}'                                       | member_type     | an array of JSON objects",
                "'{\"events\":[{},1]}'                                   | member_type     | `events[1]`",
                "'{\"size\":-1}'                                         | member_type     | a whole number from 0",
                "'{\"size\":\"10\"}'                                     | member_type     | a whole number from 0",
                "'{\"size\":1e99}'                                       | member_type     | a whole number from 0",
                "'{\"max_samples_per_key\":0}'                           | member_type     | a whole number from 1",
                "'{\"result_position\":\"middle\"}'                      | member_type     | `head` or `tail`",
                "'{\"filter\":{}}'                                       | member_unknown  | `filter`",
                "'{\"query\":'                                           | body_not_json   | line 1",
                "'{\"query\":\"any where true\",\n\"events\":[{]}'       | body_not_json   | line 2"
            })
    void whatIsWrongWithARequestIsTold(String body, String code, String part) {
        assertThat(post(SEARCH, body)).isProblem(400, code).says(part);
    }

    @Test
    void anEventThatIsTooDeepIsRefused() {
        String deep = "{\"a\":".repeat(101) + "1" + "}".repeat(101);
        assertThat(post(SEARCH, "{\"query\":\"any where true\",\"events\":[{}," + deep + "]}"))
                .isProblem(400, "event_too_deep")
                .says("100");
    }

    @Test
    void aSearchLeavesTheLiveStateAlone() {
        String counter = "eqlair_events_total{outcome=\"accepted\"}";
        String before = line(counter);
        assertThat(search("any where true", "")).hasStatus(200);
        assertThat(line(counter)).isEqualTo(before);
    }

    private String line(String start) {
        return get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private Answer search(String query, String members) {
        String more = members.isEmpty() ? "" : "," + members;
        return post(SEARCH, "{\"query\":\"" + query + "\",\"events\":[" + EVENTS + "]" + more + "}");
    }
}
