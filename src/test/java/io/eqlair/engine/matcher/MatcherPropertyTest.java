package io.eqlair.engine.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.analysis.Analyzer;
import io.eqlair.eql.analysis.FieldNeeds;
import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.ast.Query;
import io.eqlair.eql.parser.EqlParser;
import io.eqlair.eql.source.EqlException;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.eql.source.Source;
import io.eqlair.event.Event;
import io.eqlair.testing.EventQuestion;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Compiled conditions, asked of events that were read from JSON, against {@link NaiveEvaluator}. */
class MatcherPropertyTest {

    private static final long SEED = Long.getLong("eqlair.seed", 20261122);
    private static final int CONDITIONS = 6_000;
    private static final int DOCUMENTS = 5;

    private final Random random = new Random(SEED);
    private final RandomDocuments documents = new RandomDocuments(random);
    private int asked;
    private int matched;

    @Test
    void matchersAgreeWithTheRulesOfTheLanguage() {
        RandomConditions conditions = new RandomConditions(random);
        for (int i = 0; i < CONDITIONS; i++) {
            String query = "any where " + conditions.condition(random.nextInt(3));
            EventQuestion question = question(query);
            for (int j = 0; question != null && j < DOCUMENTS; j++) {
                ask(question, query);
            }
        }
        assertThat(asked).as("cases").isGreaterThan(CONDITIONS * DOCUMENTS * 9 / 10);
        assertThat(matched).as("matches").isBetween(asked / 5, asked * 4 / 5);
    }

    private void ask(EventQuestion question, String query) {
        Map<String, List<Object>> document = documents.document();
        String json = documents.json(document);
        boolean expected = new NaiveEvaluator(document).matches(condition(query));
        Event event = question.event(json);
        assertThat(question.matches(event))
                .as("seed %s, case %s: %s on %s", SEED, asked, query, json)
                .isEqualTo(expected);
        asked++;
        if (expected) {
            matched++;
            assertEvidence(question.evidence(event), document, query);
            assertThat(document.keySet()).as(query).containsAll(needed(query));
        }
    }

    private static Set<String> needed(String query) {
        Source source = new Source(query);
        AnalyzedQuery analyzed = Analyzer.analyze(EqlParser.parse(source), source, EqlLimits.DEFAULT, "@timestamp");
        return FieldNeeds.of(analyzed, "event.category").needed();
    }

    private static void assertEvidence(List<Evidence> evidence, Map<String, List<Object>> document, String query) {
        for (Evidence one : evidence) {
            assertThat(document.get(one.field())).contains(one.value());
            assertThat(new Source(query).slice(one.clause())).contains(one.field());
        }
    }

    /** Null where constants of the condition cannot be computed, which analysis refuses. */
    private static @Nullable EventQuestion question(String query) {
        try {
            return EventQuestion.of(query);
        } catch (EqlException refused) {
            assertThat(refused.diagnostics())
                    .allSatisfy(diagnostic -> assertThat(diagnostic.code())
                            .as(query + "\n" + refused.getMessage())
                            .isIn("eql_constant_fails", "eql_field_to_field"));
            return null;
        }
    }

    private static Expression condition(String query) {
        Query.EventQuery read =
                (Query.EventQuery) EqlParser.parse(new Source(query)).query();
        return read.filter().condition();
    }
}
