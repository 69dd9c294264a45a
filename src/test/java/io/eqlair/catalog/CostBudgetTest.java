package io.eqlair.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostBudgetTest {

    @ParameterizedTest
    @CsvSource({"0.4, 0 ns", "850, 850 ns", "20000, 20.0 µs", "1540000, 1.5 ms", "2e9, 2000.0 ms"})
    void costsAreWrittenForPeople(double nanos, String text) {
        assertThat(CostBudget.text(nanos)).isEqualTo(text);
    }

    @Test
    void aBudgetOfNothingIsNone() {
        assertThat(CostBudget.of(null, 10_000, false)).isEqualTo(CostBudget.NONE);
        assertThat(CostBudget.of(Duration.ZERO, 10_000, false)).isEqualTo(CostBudget.NONE);
        assertThat(CostBudget.of(Duration.ofNanos(20), 10_000, false).nanos()).isEqualTo(20);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostBudget.of(Duration.ofNanos(-1), 10_000, false))
                .withMessageContaining("positive: -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostBudget.of(null, 0, false))
                .withMessageContaining("at least 1: 0");
    }
}
