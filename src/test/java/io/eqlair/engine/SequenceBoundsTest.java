package io.eqlair.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.engine.sequence.SequenceLimits;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceBoundsTest {

    private static final String PAIR =
            "sequence by user.name [any where event.action == \"a\"] [any where event.action == \"b\"]";

    @Test
    void theStalestKeyMakesRoomForOthers() {
        LiveEngine live = new LiveEngine(PAIR, limits(40_000));
        for (int i = 0; i < 1_000; i++) {
            live.post(-1_000 + i * 0.001, "a@user" + i);
        }
        assertThat(live.post(0, "b@user999")).hasSize(1);
        assertThat(live.post(0, "b@user0")).isEmpty();
        assertThat(live.engine.accounts().getFirst().evicted()).isPositive();
        assertThat(live.engine.budget().bytes()).isBetween(1L, 40_000L);
    }

    @Test
    void keysWithoutMaxspanAreForgottenAfterTheirRetention() {
        LiveEngine live = new LiveEngine(PAIR, limits(1_000_000));
        live.post(-100_000, "a");
        assertThat(live.engine.accounts().getFirst().keys()).isEqualTo(1);
        live.post(-100_000 + 3_700, "x");
        live.wait(1);
        assertThat(live.engine.accounts().getFirst().keys()).isZero();
        assertThat(live.engine.budget().bytes()).isZero();
    }

    @Test
    void whatIsSpentIsForgottenSoon() {
        LiveEngine live = new LiveEngine(PAIR, limits(1_000_000));
        live.post(-100, "a", "b");
        live.post(-60, "x");
        live.wait(1);
        assertThat(live.engine.accounts().getFirst().keys()).isZero();
    }

    @Test
    void headCountsFromTheRulesStart() {
        LiveEngine live = new LiveEngine("any where event.action == \"a\" | head 2");
        assertThat(live.post(-3, "a")).hasSize(1);
        assertThat(live.post(-2, "a", "a", "a")).hasSize(1);
        assertThat(live.post(-1, "a")).isEmpty();
    }

    @Test
    void aRuleThatIsGoneLeavesNothingInTheBudget() {
        LiveEngine live = new LiveEngine(PAIR);
        DetectionEngine.Session before = live.engine.session();
        LiveEngine.accept(before, LiveEngine.json(-5, "a"));
        live.engine.replace(LiveEngine.rules("any where false"));
        LiveEngine.accept(before, LiveEngine.json(-4, "a@bob"));
        assertThat(live.engine.budget().bytes()).isZero();
    }

    @Test
    void aFirstEventFromTheFutureHoldsUpNoCleaning() {
        LiveEngine live = new LiveEngine(PAIR, limits(1_000_000));
        live.post(30_000_000, "a@eve");
        live.post(-10_000, names(1_000));
        live.wait(4_000);
        live.post(3_990, "x");
        live.wait(1);
        assertThat(live.engine.accounts().getFirst().keys()).isZero();
    }

    /** With work for each event in proportion to the open ones, this takes minutes. */
    @ParameterizedTest
    @ValueSource(strings = {PAIR, "sequence with maxspan=5m [any where event.action == \"a\"] ![any where false]"})
    @Timeout(20)
    void aBusyKeyCostsNoMoreForEachEvent(String query) {
        LiveEngine live = new LiveEngine(query);
        DetectionEngine.Session session = live.engine.session();
        for (int i = 0; i < 40_000; i++) {
            LiveEngine.accept(session, LiveEngine.json(-30 + i * 0.0005, "a"));
        }
        assertThat(live.engine.budget().bytes()).isPositive();
    }

    /** All come within the lateness, so that only the number of open events bounds what is kept. */
    @ParameterizedTest
    @ValueSource(strings = {PAIR, "sequence with maxspan=5m [any where event.action == \"a\"] ![any where false]"})
    @Timeout(20)
    void noOrderOfArrivalIsASlowOne(String query) {
        LiveEngine live = new LiveEngine(query, limits(1L << 40));
        DetectionEngine.Session session = live.engine.session();
        for (int i = 0; i < 40_000; i++) {
            LiveEngine.accept(session, LiveEngine.json(-i * 0.0005, "a"));
        }
        assertThat(live.engine.accounts().getFirst().late()).isPositive();
    }

    private static String[] names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a@user" + i).toArray(String[]::new);
    }

    private static SequenceLimits limits(long bytes) {
        Duration lateness = Duration.ofSeconds(30);
        return new SequenceLimits(bytes, bytes, Duration.ofHours(1), Duration.ofHours(1), lateness, lateness, lateness);
    }
}
