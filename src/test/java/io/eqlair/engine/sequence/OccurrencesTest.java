package io.eqlair.engine.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OccurrencesTest {

    private static final long SEED = Long.getLong("eqlair.seed", 20_261_122);

    private final NavigableSet<Long> all = new TreeSet<>();
    private final NavigableSet<Long> present = new TreeSet<>();
    private final Occurrences occurrences = new Occurrences(1);

    /** Seen from the events that must be there, what is kept tells the same as all. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 40})
    void whatIsKeptAnswersForAll(int rareness) {
        Random random = new Random(SEED);
        long time = 0;
        for (int i = 0; i < 3_000; i++) {
            time += random.nextInt(3);
            if (random.nextInt(rareness + 1) == 0) {
                present.add(time);
                occurrences.addPresent(time);
            } else {
                all.add(time);
                occurrences.add(0, time);
            }
            if (random.nextInt(20) == 0) {
                forgetBefore(time - random.nextInt(200));
            }
            check(present.tailSet(time - 50));
        }
        forgetBefore(Long.MAX_VALUE);
        assertThat(occurrences.isEmpty()).isTrue();
    }

    private void forgetBefore(long time) {
        occurrences.forgetBefore(time);
        all.headSet(time).clear();
        present.headSet(time).clear();
    }

    private void check(Iterable<Long> times) {
        for (long time : times) {
            assertThat(occurrences.firstAfter(0, time)).isEqualTo(orElse(all.higher(time), Long.MAX_VALUE));
            assertThat(occurrences.lastBefore(0, time)).isEqualTo(orElse(all.lower(time), Long.MIN_VALUE));
        }
    }

    private static long orElse(@Nullable Long time, long none) {
        return time == null ? none : time;
    }
}
