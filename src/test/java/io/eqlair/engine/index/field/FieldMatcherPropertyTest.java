package io.eqlair.engine.index.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.engine.matcher.ValueTests;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All predicates of a field at once, against each alone. */
class FieldMatcherPropertyTest {

    private static final long SEED = Long.getLong("eqlair.seed", 20_261_122);
    private static final int PLANS = 1_000;
    private static final int VALUES = 40;

    static Stream<MatcherBounds> bounds() {
        return Stream.of(
                MatcherBounds.DEFAULT,
                new MatcherBounds(0, 8_192, 100),
                new MatcherBounds(0, 3, 1),
                new MatcherBounds(4, 8, 5),
                new MatcherBounds(8, 2, 1_000_000));
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void predicatesHoldTogetherAsTheyHoldAlone(MatcherBounds bounds) {
        Random random = new Random(SEED);
        int satisfied = 0;
        for (int i = 0; i < PLANS; i++) {
            RandomPredicates predicates = new RandomPredicates(random);
            List<ValuePlan.Entry> entries = predicates.entries(12);
            FieldMatcher matcher = FieldPlan.of(entries).matcher(bounds);
            for (int j = 0; j < VALUES; j++) {
                RawValue value = RawValue.of(value(predicates, random), random);
                int[] expected = alone(entries, value.value());
                assertThat(value.satisfied(matcher))
                        .as(() -> "seed " + SEED + ": " + entries + " on " + value.json())
                        .isEqualTo(expected);
                satisfied += expected.length;
            }
        }
        assertThat(satisfied).isGreaterThan(PLANS * VALUES / 2);
    }

    private static Object value(RandomPredicates predicates, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> predicates.number();
            case 1 -> random.nextBoolean();
            default -> predicates.text(8);
        };
    }

    private static int[] alone(List<ValuePlan.Entry> entries, Object value) {
        return entries.stream()
                .filter(entry -> ValueTests.of(entry.predicate()).accepts(value))
                .mapToInt(ValuePlan.Entry::id)
                .sorted()
                .toArray();
    }
}
