package io.eqlair.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.event.EventRoles;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleMeterTest {

    private static final RuleDefinition RULE =
            new RuleDefinition("id", "hash", "any where true", List.of(), EventRoles.ECS);

    private final RuleMeter meter = new RuleMeter(100);

    @Test
    void nothingIsMeasuredBeforeTheFirstEvent() {
        assertThat(meter.cost(RULE, 7, 100)).isEqualTo(new RuleCost("id", "hash", 7, 0, 0));
    }

    @Test
    void whatWasNotTimedCostsAsMuchAsWhatIsTimedNext() {
        meter.asked(1, 0, 1, 5_000_000);
        meter.asked(63, 2, 0, 0);
        meter.asked(1, 0, 1, 100);
        assertThat(meter.cost(RULE, 7, 1_100)).isEqualTo(new RuleCost("id", "hash", 7, 5_006.4, 1_000));
        assertThat(meter.evidence("id", 1_100, List.of(), List.of()))
                .isEqualTo(new RuleEvidence("id", 1_000, 65, 2, 0, 0, null, List.of(), List.of()));
    }

    @Test
    void severalTimedAtOnceCountWithTheirMean() {
        meter.asked(10, 0, 4, 400);
        assertThat(meter.cost(RULE, 7, 200).measured()).isEqualTo(10);
    }

    @Test
    void rememberingIsAddedToAsking() {
        meter.asked(1, 1, 1, 300);
        meter.remembered();
        meter.remembered(50);
        assertThat(meter.cost(RULE, 7, 101).measured()).isEqualTo(400);
    }

    @Test
    void theCostNeverFalls() {
        meter.asked(1_000, 0, 1, 100_000);
        meter.asked(1_000, 0, 1, 0);
        assertThat(meter.cost(RULE, 7, 101).measured()).isEqualTo(100_000_000);
    }
}
