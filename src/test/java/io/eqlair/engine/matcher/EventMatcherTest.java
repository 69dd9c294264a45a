package io.eqlair.engine.matcher;

import static io.eqlair.testing.EqlAssert.assertThatCondition;
import static io.eqlair.testing.EqlAssert.assertThatEql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.eqlair.event.Event;
import io.eqlair.testing.EventQuestion;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class EventMatcherTest {

    @Test
    void theCategoryIsComparedExactlyWithAnyValue() {
        assertThatEql("process where true")
                .matches("{\"event.category\": \"process\"}", "{\"event\": {\"category\": [\"network\", \"process\"]}}")
                .doesNotMatch(
                        "{\"event.category\": \"Process\"}",
                        "{\"event.category\": \"process \"}",
                        "{\"event.category\": []}",
                        "{\"category\": \"process\"}",
                        "{}");
    }

    @Test
    void anyAsksForNoCategory() {
        assertThatEql("any where a == 1").matches("{\"a\": 1}", "{\"event.category\": \"x\", \"a\": 1}");
    }

    @Test
    void categoriesInQuotesAreTakenAsTheyAre() {
        assertThatEql("\"any\" where true")
                .matches("{\"event.category\": \"any\"}")
                .doesNotMatch("{}");
        assertThatEql("\"\"\"a\\*\"\"\" where true")
                .matches("{\"event.category\": \"a\\\\*\"}")
                .doesNotMatch("{\"event.category\": \"a\\\\b\"}");
    }

    @Test
    void evidenceNamesClausesAndTheValuesThatSatisfiedThem() {
        String query = "any where a : (\"x*\", \"y*\") and (b == 1 or c == 2) and not d == 3 and e + f == 9";
        assertThat(evidence(query, "{\"a\": [\"n\", \"yes\"], \"c\": 2, \"e\": [1, 4], \"f\": 5}"))
                .containsExactly(
                        tuple("a", "yes", "a : (\"x*\", \"y*\")"),
                        tuple("c", 2L, "c == 2"),
                        tuple("e", 4L, "e + f == 9"),
                        tuple("f", 5L, "e + f == 9"));
    }

    @Test
    void whatIsAbsentLeavesNoEvidence() {
        assertThat(evidence("process where not a == 1 or b == null", "{\"event.category\": \"process\"}"))
                .isEmpty();
    }

    @Test
    void combinationsThatAreTooManyCountAsAFailure() {
        String many = IntStream.range(0, 400).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(","));
        String event = "{\"a\": [" + many + "], \"b\": [" + many + "]}";
        assertThatCondition("concat(a, b) == \"0x\"").failsOn(event);
        assertThatCondition("concat(a, b) == \"50\"").matches(event);
    }

    private static List<Tuple> evidence(String query, String json) {
        EventQuestion question = EventQuestion.of(query);
        Event event = question.event(json);
        assertThat(question.matches(event)).isTrue();
        return question.evidence(event).stream()
                .map(one -> tuple(
                        one.field(),
                        one.value(),
                        query.substring(one.clause().start(), one.clause().end())))
                .toList();
    }
}
