package io.eqlair.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.engine.sequence.SequenceLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

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

    private static SequenceLimits limits(long bytes) {
        Duration lateness = Duration.ofSeconds(30);
        return new SequenceLimits(bytes, bytes, Duration.ofHours(1), Duration.ofHours(1), lateness, lateness, lateness);
    }
}
