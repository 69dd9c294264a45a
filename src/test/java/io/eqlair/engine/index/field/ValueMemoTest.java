package io.eqlair.engine.index.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValueMemoTest {

    private static final int MANY = 50_000;
    private static final int MOST = 256;

    private final ValueMemo memo = new ValueMemo(MOST, new Random(20_261_122));

    @Test
    void neverOutgrowsItsBound() {
        for (int i = 0; i < MANY; i++) {
            learn("value " + i, i);
            assertThat(memo.room()).isLessThanOrEqualTo(MOST);
        }
        assertThat(memo.room()).isEqualTo(MOST);
    }

    @Test
    void takesNoRoomForValuesThatDoNotRecur() {
        int room = memo.room();
        for (int i = 0; i < MANY; i++) {
            byte[] value = bytes("value " + i);
            memo.offer(hash(value), value, 0, value.length, new int[0]);
        }
        assertThat(memo.room()).isEqualTo(room);
    }

    @Test
    void neverMistakesOneValueForAnother() {
        Random random = new Random(20_261_122);
        for (int i = 0; i < MANY; i++) {
            int number = random.nextInt(2 * MOST);
            int[] found = find("x".repeat(number));
            if (found == null) {
                learn("x".repeat(number), number);
            } else {
                assertThat(found).containsExactly(number);
            }
        }
    }

    @Test
    void keepsWhatIsAskedForOften() {
        learn("often", 1);
        int found = 0;
        for (int i = 0; i < MANY; i++) {
            learn("value " + i, i);
            found += find("often") == null ? 0 : 1;
        }
        assertThat(found).isEqualTo(MANY);
    }

    /** Even values that differ in one place only, of any length, have hashes that differ in all places. */
    @Test
    void spreadsSimilarValues() {
        for (int length = 1; length < 100; length++) {
            byte[] value = bytes("a".repeat(length));
            long before = hash(value);
            int changed = 0;
            for (int i = 0; i < length; i++) {
                value[i] = 'b';
                changed += Long.bitCount(before ^ hash(value));
                value[i] = 'a';
            }
            assertThat((double) changed / length).as("length %s", length).isBetween(14.0, 50.0);
        }
    }

    @Test
    void forgetsNextToNothingWhenItGrows() {
        IntStream.range(0, MOST / 4).forEach(i -> learn("value " + i, i));
        assertThat(memo.room()).isGreaterThan(MOST / 4);
        assertThat(IntStream.range(0, MOST / 4).filter(i -> find("value " + i) != null))
                .hasSizeGreaterThan(MOST / 4 * 9 / 10);
    }

    private void learn(String value, int answer) {
        byte[] bytes = bytes(value);
        memo.offer(hash(bytes), bytes, 0, bytes.length, new int[] {answer});
        memo.offer(hash(bytes), bytes, 0, bytes.length, new int[] {answer});
    }

    private int @Nullable [] find(String value) {
        byte[] bytes = bytes(value);
        return memo.find(hash(bytes), bytes, 0, bytes.length);
    }

    private long hash(byte[] bytes) {
        return memo.hash(bytes, 0, bytes.length, false);
    }

    private static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.US_ASCII);
    }
}
