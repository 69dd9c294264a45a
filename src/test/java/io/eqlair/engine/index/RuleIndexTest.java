package io.eqlair.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRejected;
import io.eqlair.event.EventRoles;
import io.eqlair.testing.EventQuestion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whom an event is shown, told by how many conditions it is asked. */
class RuleIndexTest {

    @Test
    void anEventIsNotAskedWhatItCannotMatchHoweverManyRulesThereAre() {
        String[] queries = IntStream.range(0, 2_000)
                .mapToObj(i -> "process where host.os.type == \"linux\" and process.name == \"tool" + i
                        + "\" and process.args : \"-*\"")
                .toArray(String[]::new);
        assertAsked(
                0,
                "{'event.category':'process','host.os.type':'linux','process.name':'other','process.args':'-x'}",
                queries);
        assertAsked(
                1,
                "{'event.category':'process','host.os.type':'linux','process.name':'tool7','process.args':'-x'}",
                queries);
    }

    @Test
    void anotherCategoryOrOperatingSystemAsksNothing() {
        String[] queries = {
            "process where host.os.type == \"linux\" and process.name != \"a\" and user.name : \"*\"",
            "file where host.os.type == \"linux\" and user.name : \"*\""
        };
        assertAsked(1, "{'event.category':'process','host.os.type':'linux','user.name':'ann'}", queries);
        assertAsked(0, "{'event.category':'process','host.os.type':'macos','user.name':'ann'}", queries);
        assertAsked(0, "{'event.category':'dns','host.os.type':'linux','user.name':'ann'}", queries);
    }

    @Test
    void oneBranchOfAnOrThatMayHoldForAnythingAsksAllEvents() {
        String query = "any where process.name == \"a\" or not user.name == \"b\"";
        assertAsked(1, "{'x':1}", query);
        assertThat(index(query).unindexed()).isEqualTo(1);
    }

    @Test
    void everyBranchOfAnOrHasItsTerm() {
        String query = "any where process.name == \"a\" or user.name : \"b*\"";
        assertAsked(0, "{'process.name':'x','user.name':'x'}", query);
        assertAsked(1, "{'process.name':'x','user.name':'bob'}", query);
        assertThat(index(query).unindexed()).isZero();
    }

    @Test
    void whatIsComputedNeedsItsFieldsToBeThere() {
        String query = "any where length(process.name) > 3";
        assertAsked(0, "{'user.name':'x'}", query);
        assertAsked(1, "{'process.name':'x'}", query);
    }

    @Test
    void whatMayHoldWithoutAnyFieldIsAskedAlways() {
        assertAsked(1, "{'user.name':'x'}", "any where length(process.name) == null");
        assertAsked(1, "{'user.name':'x'}", "any where process.name != \"a\"");
        assertAsked(1, "{'user.name':'x'}", "any where true");
    }

    @Test
    void whatCanNeverHoldIsNeverAsked() {
        assertAsked(0, "{'user.name':'x'}", "any where false");
    }

    @Test
    void theRarerTermIsLearnedFromTheStream() {
        String[] queries = IntStream.range(0, 50)
                .mapToObj(i -> "any where process.name == \"common\" and user.name == \"user" + i + "\"")
                .toArray(String[]::new);
        List<IndexedStage> stages = stages(queries);
        EventReader reader = reader(stages);
        CandidateMatcher matcher = RuleIndex.of(stages, reader.table()).newMatcher(false);
        Event event = event(reader, "{'process.name':'common','user.name':'nobody'}");
        for (int i = 0; i < 600; i++) {
            matcher.match(event);
        }
        assertThat(matcher.candidates()).isZero();
    }

    private static void assertAsked(int expected, String json, String... queries) {
        List<IndexedStage> stages = stages(queries);
        EventReader reader = reader(stages);
        CandidateMatcher matcher = RuleIndex.of(stages, reader.table()).newMatcher(false);
        matcher.match(event(reader, json));
        assertThat(matcher.candidates())
                .as(json + " asks of " + Arrays.asList(queries))
                .isEqualTo(expected);
    }

    private static RuleIndex index(String... queries) {
        List<IndexedStage> stages = stages(queries);
        return RuleIndex.of(stages, reader(stages).table());
    }

    private static List<IndexedStage> stages(String... queries) {
        List<IndexedStage> stages = new ArrayList<>();
        for (String query : queries) {
            AnalyzedQuery.Events events = (AnalyzedQuery.Events) EventQuestion.analyze(query);
            stages.add(new IndexedStage(stages.size(), 0, events.filter(), EventRoles.ECS.category(), List.of()));
        }
        return stages;
    }

    private static EventReader reader(List<IndexedStage> stages) {
        Set<String> fields = new HashSet<>();
        stages.forEach(stage -> stage.filter().condition().collectFields(fields));
        return EventQuestion.reader(fields);
    }

    private static Event event(EventReader reader, String json) {
        try {
            return reader.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Envelope.NONE);
        } catch (EventRejected rejected) {
            throw new IllegalArgumentException(json, rejected);
        }
    }
}
