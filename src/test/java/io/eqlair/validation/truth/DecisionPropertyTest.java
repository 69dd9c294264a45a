package io.eqlair.validation.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.engine.matcher.RandomConditions;
import io.eqlair.engine.matcher.RandomDocuments;
import io.eqlair.eql.source.EqlException;
import io.eqlair.testing.EventQuestion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No random event shows that a claim is wrong, and conditions that contradict themselves are mostly found out. */
class DecisionPropertyTest {

    private static final long SEED = Long.getLong("eqlair.seed", 20261128);
    private static final int CONDITIONS = 3_000;
    private static final int DOCUMENTS = 30;

    private static final List<String> TEXTS =
            List.of("a", "A", "ab", "AB", "B", "a*", "A*", "a?", "?", "*", "*b", "1", "");

    private final Random random = new Random(SEED);
    private final RandomConditions conditions = new RandomConditions(random);
    private final RandomDocuments documents = new RandomDocuments(random);
    private final Map<Outcome, Integer> claims = new EnumMap<>(Outcome.class);

    @Test
    void whatIsClaimedHoldsForEveryEvent() {
        for (int i = 0; i < CONDITIONS; i++) {
            check(entangled());
        }
        assertThat(claims.get(Outcome.ALWAYS)).isGreaterThan(CONDITIONS / 40);
        assertThat(claims.get(Outcome.NEVER)).isGreaterThan(CONDITIONS / 40);
        assertThat(claims.get(Outcome.DEPENDS)).isGreaterThan(CONDITIONS / 5);
    }

    private void check(String condition) {
        EventQuestion question;
        Outcome outcome;
        try {
            question = EventQuestion.of("any where " + condition);
            outcome = DecisionTest.outcome(condition);
        } catch (EqlException refused) {
            return; // a constant that cannot be computed
        }
        claims.merge(outcome, 1, Integer::sum);
        for (int i = 0; outcome != Outcome.DEPENDS && i < DOCUMENTS; i++) {
            String json = documents.json(documents.document());
            assertThat(question.matches(question.event(json)))
                    .as("seed %s: %s on %s", SEED, condition, json)
                    .isEqualTo(outcome == Outcome.ALWAYS);
        }
    }

    /** A few conditions, each used several times, with and without {@code not}. */
    private String entangled() {
        boolean alike = random.nextBoolean();
        List<String> pool = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            pool.add(alike ? ofOneField() : conditions.condition(random.nextInt(2)));
        }
        return joined(pool, 1 + random.nextInt(3));
    }

    /** Tests of one field's text, of which one often takes in what another does. */
    private String ofOneField() {
        String operator = pick(List.of("in", "in~", ":", "like", "like~", "not in"));
        String list = Stream.generate(() -> "\"" + pick(TEXTS) + "\"")
                .limit(1 + random.nextInt(2))
                .collect(Collectors.joining(", "));
        return random.nextInt(6) == 0
                ? "s " + pick(List.of("==", "!=")) + " null"
                : "s " + operator + " (" + list + ")";
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String joined(List<String> pool, int depth) {
        String picked = pool.get(random.nextInt(pool.size()));
        return switch (depth == 0 ? 2 : random.nextInt(4)) {
            case 0 -> "(" + joined(pool, depth - 1) + " and " + joined(pool, depth - 1) + ")";
            case 1 -> "(" + joined(pool, depth - 1) + " or " + joined(pool, depth - 1) + ")";
            case 2 -> "(" + picked + ")";
            default -> "not " + joined(pool, depth - 1);
        };
    }
}
