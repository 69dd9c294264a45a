package io.eqlair.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StreamTimeTest {

    private static final String PAIR =
            "sequence by user.name with maxspan=1m [any where event.action == \"a\"] [any where event.action == \"b\"]";
    private static final String ABSENCE =
            "sequence by user.name with maxspan=1m [any where event.action == \"a\"] ![any where event.action == \"b\"]";

    private static final String SAMPLE =
            "sample by user.name [any where event.action == \"a\"] [any where event.action == \"b\"]";

    @Test
    void aLateEventIsPutInItsPlace() {
        LiveEngine live = new LiveEngine(PAIR);
        live.post(-10, "b");
        assertThat(live.post(-20, "a")).hasSize(1);
    }

    @Test
    void anEventOlderThanTheLatenessIsCountedAsLate() {
        LiveEngine live = new LiveEngine(PAIR);
        live.post(-10, "b");
        assertThat(live.post(-41, "a")).isEmpty();
        assertThat(live.engine.accounts().getFirst().late()).isEqualTo(1);
    }

    @Test
    void aClockFarInTheFutureExpiresNobodyElse() {
        LiveEngine live = new LiveEngine(PAIR);
        live.post(-20, "a");
        live.post(3_000_000, "a@eve");
        assertThat(live.post(-10, "b")).hasSize(1);
    }

    @Test
    void oneLeapForwardExpiresNobodyElse() {
        LiveEngine live = new LiveEngine(PAIR);
        live.post(-30_000_000, "a");
        live.post(-1_000_000, "a@eve");
        assertThat(live.post(-30_000_000 + 10, "b")).hasSize(1);
    }

    @Test
    void anOldDayCanBeReplayedBesideTheStream() {
        LiveEngine live = new LiveEngine(PAIR);
        live.post(-5, "a");
        live.post(-900_000, "a@bob");
        assertThat(live.post(-900_000 + 10, "b@bob")).hasSize(1);
        assertThat(live.post(-1, "b")).hasSize(1);
    }

    @Test
    void anAbsenceIsNotDecidedBeforeItsWindowHasPassed() {
        LiveEngine live = new LiveEngine(ABSENCE);
        live.post(-200, "a");
        assertThat(live.post(-200 + 90, "x@bob")).isEmpty();
        assertThat(live.post(-200 + 90.1, "x@bob")).hasSize(1);
    }

    @Test
    void anAbsenceInAReplayedDayGoesByThatDay() {
        LiveEngine live = new LiveEngine(ABSENCE);
        live.post(-1, "x");
        assertThat(live.post(-900_000, "a")).isEmpty();
        assertThat(live.post(0, "x")).isEmpty();
        assertThat(live.post(-900_000 + 91, "x@bob")).hasSize(1);
    }

    @Test
    void theClockDecidesAnAbsenceWhenNothingComes() {
        LiveEngine live = new LiveEngine(ABSENCE);
        live.post(-1, "a");
        assertThat(live.wait(60)).isEmpty();
        assertThat(live.wait(60)).hasSize(1);
        assertThat(live.wait(60)).isEmpty();
    }

    @Test
    void anAbsenceThatWasBrokenIsNotReported() {
        LiveEngine live = new LiveEngine(ABSENCE);
        live.post(-1, "a");
        live.post(59, "b");
        assertThat(live.wait(600)).isEmpty();
    }

    @Test
    void aRepeatedBatchCountsOnce() {
        LiveEngine live =
                new LiveEngine("sequence by user.name with maxspan=1m [any where event.action == \"a\"] with runs=4");
        live.post(-1, "a", "a");
        assertThat(live.post(-1, "a", "a")).isEmpty();
        assertThat(live.post(-0.5, "a", "a")).hasSize(1);
    }

    @Test
    void aClockFarInTheFutureLeavesItsKeyUsable() {
        LiveEngine live = new LiveEngine(PAIR);
        live.post(-10, "x@bob");
        live.post(3_000_000, "a");
        live.post(-3, "a");
        assertThat(live.post(-1, "b")).hasSize(1);
    }

    @Test
    void aClockFarInTheFutureLeavesTheSamplesOfItsKeyAlone() {
        LiveEngine live = new LiveEngine(SAMPLE);
        live.post(3_000_000, "a", "a", "a");
        assertThat(live.post(-3, "a")).isEmpty();
        assertThat(live.post(-1, "b")).hasSize(1);
        assertThat(live.post(0, "a", "b")).isEmpty();
    }

    @Test
    void eventsOfTheSameWrongClockMakeASample() {
        LiveEngine live = new LiveEngine(SAMPLE);
        live.post(-1, "b");
        assertThat(live.post(3_000_000, "a")).isEmpty();
        assertThat(live.post(3_003_601, "b")).isEmpty();
        assertThat(live.post(3_000_100, "b")).hasSize(1);
        assertThat(live.post(0, "a")).hasSize(1);
    }

    @Test
    void anUnsetClockLeavesItsKeyUsable() {
        LiveEngine live = new LiveEngine(PAIR);
        live.post(-10, "x@bob");
        assertThat(at(live, "0001-01-01T00:00:00Z", "a")).isEmpty();
        assertThat(at(live, "9999-12-31T23:59:59Z", "b")).isEmpty();
        live.post(-3, "a");
        assertThat(live.post(-1, "b")).hasSize(1);
    }

    @Test
    void anUnsetClockDecidesNoAbsenceEarly() {
        LiveEngine live = new LiveEngine(ABSENCE);
        live.post(-1, "x");
        live.post(-900_000, "a");
        assertThat(at(live, "0001-01-01T00:00:00Z", "x")).isEmpty();
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void anAbsenceAfterTheEndOfTimeKeepsNobodyWaiting() {
        LiveEngine live = new LiveEngine(ABSENCE);
        live.post(-1, "x");
        assertThat(at(live, "9999-12-31T23:59:59Z", "a")).isEmpty();
        assertThat(live.post(0, "x")).isEmpty();
    }

    private static List<Detection> at(LiveEngine live, String timestamp, String name) {
        String json = LiveEngine.json(0, name).replace(LiveEngine.NOW.toString(), timestamp);
        return LiveEngine.accept(live.engine.session(), json);
    }
}
