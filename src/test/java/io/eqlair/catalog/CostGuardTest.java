package io.eqlair.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.catalog.CostFinding.Exceeded;
import io.eqlair.catalog.CostFinding.Foreseen;
import io.eqlair.catalog.CostFinding.Kept;
import io.eqlair.engine.RuleCost;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A budget of 20 ns over 1,000 events: a span is 20,000 ns. */
class CostGuardTest {

    private final CostGuard guard = new CostGuard(new CostBudget(20, 1_000, false));

    @Test
    void aRuleWithinItsBudgetIsNeverMentioned() {
        for (int i = 1; i <= 10; i++) {
            assertThat(spent(1_000L * i, 20_000.0 * i)).isEmpty();
        }
        assertThat(guard.over()).isEmpty();
    }

    @Test
    void threeDearSpansInARowAreToldOnceWithTheirMean() {
        assertThat(spent(1_000, 10_000)).isEmpty();
        assertThat(spent(2_000, 40_000)).isEmpty();
        assertThat(spent(3_000, 70_000)).isEmpty();
        assertThat(guard.over()).isEmpty();
        assertThat(spent(4_000, 100_000)).containsExactly(new Exceeded("rule", "hash", 30, 3_000, 20));
        assertThat(guard.over()).containsExactly("rule");
        assertThat(spent(5_000, 130_000)).isEmpty();
    }

    @Test
    void oneDearSpanAloneIsAPauseOfTheMachine() {
        for (int i = 1; i <= 12; i++) {
            assertThat(spent(1_000L * i, 30_000.0 * ((i + 2) / 3 + i / 3))).isEmpty();
        }
    }

    @Test
    void beforeASpanIsOverNothingIsSaid() {
        for (int i = 1; i <= 100; i++) {
            assertThat(spent(9L * i, 199.0 * i)).isEmpty();
        }
    }

    @Test
    void aSpanIsOverOnceAllIsSpent() {
        assertThat(spent(1, 50_000)).isEmpty();
        assertThat(spent(2, 100_000)).isEmpty();
        assertThat(spent(3, 150_000)).containsExactly(new Exceeded("rule", "hash", 50_000, 3, 20));
    }

    @Test
    void manyEventsBetweenTwoLooksAreAveraged() {
        assertThat(spent(100_000, 1_999_999)).isEmpty();
        assertThat(spent(200_000, 3_999_998)).isEmpty();
        assertThat(spent(300_000, 5_999_997)).isEmpty();
        assertThat(guard.over()).isEmpty();
    }

    @Test
    void aRuleThatCostsLessAgainIsTold() {
        exceed("hash");
        assertThat(spent(3_500, 95_000)).isEmpty();
        assertThat(spent(4_000, 100_000)).containsExactly(new Kept("rule"));
        assertThat(guard.over()).isEmpty();
        assertThat(spent(5_000, 130_000)).isEmpty();
        assertThat(spent(6_000, 160_000)).isEmpty();
        assertThat(spent(7_000, 190_000)).hasSize(1);
    }

    @Test
    void withoutNewEventsNothingChanges() {
        exceed("hash");
        assertThat(spent(3_000, 90_000)).isEmpty();
        assertThat(guard.over()).containsExactly("rule");
    }

    @Test
    void anotherContentBeginsAnew() {
        exceed("hash");
        exceed("other");
        assertThat(guard.judge(List.of())).isEmpty();
        assertThat(guard.over()).isEmpty();
        exceed("other");
    }

    @Test
    void anEstimateOverTheBudgetIsToldOnce() {
        RuleCost dear = new RuleCost("rule", "hash", 21, 0, 0);
        assertThat(guard.judge(List.of(dear))).containsExactly(new Foreseen("rule", 21, 20));
        assertThat(guard.judge(List.of(dear))).isEmpty();
        assertThat(guard.over()).isEmpty();
    }

    @Test
    void withoutABudgetARuleMayCostAnything() {
        CostGuard lenient = new CostGuard(CostBudget.of(Duration.ZERO, 1, true));
        for (int i = 1; i <= 5; i++) {
            assertThat(lenient.judge(List.of(new RuleCost("rule", "hash", 1e18, 1e9, i))))
                    .isEmpty();
        }
    }

    private void exceed(String contentHash) {
        assertThat(spent(contentHash, 1_000, 30_000)).isEmpty();
        assertThat(spent(contentHash, 2_000, 60_000)).isEmpty();
        assertThat(spent(contentHash, 3_000, 90_000)).hasSize(1);
    }

    private List<CostFinding> spent(long events, double nanos) {
        return spent("hash", events, nanos);
    }

    /** Shows the guard what a rule has cost altogether. */
    private List<CostFinding> spent(String contentHash, long events, double nanos) {
        return guard.judge(List.of(new RuleCost("rule", contentHash, 1, nanos / events, events)));
    }
}
