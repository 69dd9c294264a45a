package io.eqlair.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.engine.matcher.EventMatcher;
import io.eqlair.engine.matcher.MatcherCompiler;
import io.eqlair.engine.matcher.RandomConditions;
import io.eqlair.engine.matcher.RandomDocuments;
import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.source.EqlException;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRejected;
import io.eqlair.event.EventRoles;
import io.eqlair.testing.EventQuestion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The index, over many random rules at once, against each rule's own matcher. */
class RuleIndexPropertyTest {

    private static final long SEED = Long.getLong("eqlair.seed", 20261122);
    private static final List<String> INDICES = List.of("logs-a-x", "logs-b-x", "other");
    private static final List<List<String>> PATTERNS =
            List.of(List.of(), List.of("logs-*"), List.of("logs-a*", "oth*"), List.of("*", "-logs-b*"));

    private final Random random = new Random(SEED);
    private final RandomConditions conditions = new RandomConditions(random);
    private final RandomDocuments documents = new RandomDocuments(random);
    private int matches;

    @Test
    void findsPreciselyTheStagesThatMatch() {
        for (int round = 0; round < 40; round++) {
            List<IndexedStage> stages = stages(1 + random.nextInt(60));
            compare(stages, random.nextInt(4) == 0 ? 1_500 : 40, random.nextBoolean());
        }
        assertThat(matches).isGreaterThan(20_000);
    }

    private void compare(List<IndexedStage> stages, int events, boolean strict) {
        EventReader reader = EventQuestion.reader(fields(stages));
        List<EventMatcher> straightforward = stages.stream()
                .map(stage -> new MatcherCompiler(reader.table()).compile(stage.filter(), stage.categoryField()))
                .toList();
        RuleIndex index = RuleIndex.of(stages, reader.table(), bounds());
        CandidateMatcher matcher = index.newMatcher(strict);
        for (int i = 0; i < events; i++) {
            String json = json();
            String name = random.nextInt(4) == 0 ? null : INDICES.get(random.nextInt(INDICES.size()));
            Event event = event(reader, json, name);
            List<Integer> expected = IntStream.range(0, stages.size())
                    .filter(stage -> admits(stages.get(stage), name, strict))
                    .filter(stage -> straightforward.get(stage).matches(event))
                    .boxed()
                    .toList();
            int count = matcher.match(event);
            List<Integer> found =
                    IntStream.range(0, count).map(matcher::matched).boxed().toList();
            assertThat(found)
                    .as("seed %s: %s of %s for %s", SEED, json, name, stages)
                    .isEqualTo(expected);
            matches += count;
        }
    }

    /** The usual bounds, or so tight that all of them are met. */
    private IndexBounds bounds() {
        return random.nextBoolean()
                ? IndexBounds.DEFAULT
                : new IndexBounds(1 + random.nextInt(3), 1 + random.nextInt(3), 1 + random.nextInt(5), 1 << 20, 16);
    }

    private static boolean admits(IndexedStage stage, @Nullable String index, boolean strict) {
        return new IndexPatterns(stage.indexPatterns()).admit(index, strict);
    }

    private List<IndexedStage> stages(int count) {
        List<IndexedStage> stages = new ArrayList<>();
        while (stages.size() < count) {
            AnalyzedQuery.Events query = query();
            if (query != null) {
                List<String> patterns = PATTERNS.get(random.nextInt(PATTERNS.size()));
                String category = random.nextInt(8) == 0 ? "t.u" : EventRoles.ECS.category();
                stages.add(new IndexedStage(stages.size(), 0, query.filter(), category, patterns));
            }
        }
        return stages;
    }

    /** Null where constants of the condition cannot be computed, which analysis refuses. */
    private AnalyzedQuery.@Nullable Events query() {
        String category = List.of("any", "a", "ab", "s").get(random.nextInt(4));
        String os = random.nextBoolean() ? "s == \"a\" and " : "";
        try {
            String text = category + " where " + os + conditions.condition(random.nextInt(4));
            return (AnalyzedQuery.Events) EventQuestion.analyze(text);
        } catch (EqlException refused) {
            return null;
        }
    }

    private static Set<String> fields(List<IndexedStage> stages) {
        Set<String> fields = new HashSet<>();
        stages.forEach(stage -> {
            stage.filter().condition().collectFields(fields);
            fields.add(stage.categoryField());
        });
        return fields;
    }

    private String json() {
        String json = documents.json(documents.document());
        String categories =
                List.of("\"a\"", "[\"a\",\"s\"]", "\"other\"", "null").get(random.nextInt(4));
        return json.substring(0, json.length() - 1) + ",\"event.category\":" + categories + "}";
    }

    private static Event event(EventReader reader, String json, @Nullable String index) {
        try {
            return reader.read(json.getBytes(StandardCharsets.UTF_8), new Envelope(index, null));
        } catch (EventRejected rejected) {
            throw new IllegalArgumentException(json, rejected);
        }
    }
}
