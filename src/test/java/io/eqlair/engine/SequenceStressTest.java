package io.eqlair.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many requests at once: every sequence is found once, none is lost, and nobody waits for ever. */
class SequenceStressTest {

    private static final int THREADS = 8;
    private static final int ROUNDS = 400;

    @Test
    @Timeout(60)
    void requestsWithKeysOfTheirOwnFindAllTheirs() throws Exception {
        LiveEngine live = new LiveEngine(
                "sequence by user.name with maxspan=1m [any where event.action == \"a\"] [any where event.action == \"b\"]");
        assertThat(inParallel(thread -> rounds(live, thread, "own" + thread))).isEqualTo(THREADS * ROUNDS);
    }

    @Test
    @Timeout(60)
    void requestsThatShareAKeyLoseNothing() throws Exception {
        LiveEngine live =
                new LiveEngine("sequence by user.name with maxspan=1h [any where event.action == \"b\"] with runs=2");
        int found = inParallel(thread -> rounds(live, thread, "shared"));
        assertThat(found).isGreaterThanOrEqualTo(THREADS * ROUNDS - 1);
    }

    @Test
    @Timeout(60)
    void aRuleIsReplacedAndSavedWhileEventsFlow() throws Exception {
        String query =
                "sequence by user.name with maxspan=1m [any where event.action == \"a\"] [any where event.action == \"b\"]";
        LiveEngine live = new LiveEngine(query);
        int found = inParallel(thread -> {
            if (thread > 0) {
                return rounds(live, thread, "own" + thread);
            }
            for (int i = 0; i < 50; i++) {
                live.engine.replace(LiveEngine.rules(query));
                live.engine.session().tick();
            }
            return 0;
        });
        assertThat(found).isEqualTo((THREADS - 1) * ROUNDS);
    }

    private static int rounds(LiveEngine live, int thread, String key) {
        int found = 0;
        for (int i = 0; i < ROUNDS; i++) {
            double seconds = -20 + i * 0.02 + thread * 0.001;
            found += live.post(seconds, "a@" + key, "b@" + key).size();
        }
        return found;
    }

    private interface Work {
        int run(int thread) throws Exception;
    }

    private static int inParallel(Work work) throws Exception {
        List<Callable<Integer>> tasks = new ArrayList<>();
        IntStream.range(0, THREADS).forEach(thread -> tasks.add(() -> work.run(thread)));
        int sum = 0;
        try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Integer> result : executor.invokeAll(tasks)) {
                sum += result.get();
            }
        }
        return sum;
    }
}
