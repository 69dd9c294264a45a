package io.eqlair.engine.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JoinKeyTest {

    private static final long SEED = Long.getLong("eqlair.seed", 20_261_122);
    private static final List<@Nullable Object> VALUES =
            List.of("", "\0", "\0\0", "a", "aaa", "aaaa", "1", 1L, 0L, -1L, 1L << 32, 0.5, true, false);

    @Test
    void keysOfCollidingStringsDoNotCollide() {
        List<String> strings = IntStream.range(0, 1 << 12)
                .mapToObj(number -> Integer.toBinaryString(number | 1 << 12)
                        .replace("0", "Aa")
                        .replace("1", "BB"))
                .toList();
        assertThat(strings.stream().mapToInt(String::hashCode).distinct()).hasSize(1);
        assertThat(strings.stream().mapToInt(text -> key(text).hashCode()).distinct())
                .hasSizeGreaterThan(4_000);
    }

    @Test
    void keysAreEqualWhereTheirValuesAre() {
        Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            List<@Nullable Object> one = values(random);
            List<@Nullable Object> other = values(random);
            JoinKey key = JoinKey.of(one.toArray());
            assertThat(key.equals(JoinKey.of(other.toArray()))).isEqualTo(one.equals(other));
            assertThat(key).hasSameHashCodeAs(JoinKey.of(one.toArray()));
            assertThat(key.values()).isEqualTo(one);
        }
    }

    @Test
    void aWholeNumberIsTheSameKeyInFloatingPoint() {
        assertThat(key(3.0)).isEqualTo(key(3L)).hasSameHashCodeAs(key(3L)).isNotEqualTo(key("3"));
    }

    private static List<@Nullable Object> values(Random random) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int left = 1 + random.nextInt(2); left > 0; left--) {
            int choice = random.nextInt(VALUES.size() + 1);
            values.add(choice == VALUES.size() ? null : VALUES.get(choice));
        }
        return values;
    }

    private static JoinKey key(Object value) {
        return JoinKey.of(new Object[] {value});
    }
}
