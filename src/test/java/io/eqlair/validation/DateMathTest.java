package io.eqlair.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateMathTest {

    @ParameterizedTest
    @CsvSource({
        "now-9m,     now,       9m",
        "now-6m,     now-1m,    5m",
        "now-1h-30m, now,       90m",
        "now-1d/d,   now,       2d",
        "now-1h,     now/m,     61m",
        "now-1w,     now+1d,    8d",
        "now,        now,       0s",
        "now-90s,    now,       90s",
        "now-120s,   now,       2m"
    })
    void theLookBackIsWhatLiesBetweenAtMost(String from, String to, String longest) {
        Duration lookBack = DateMath.longest(
                Objects.requireNonNull(DateMath.parse(from)), Objects.requireNonNull(DateMath.parse(to)));
        assertThat(DateMath.text(lookBack)).isEqualTo(longest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"now-1M", "now-1y", "2026-01-01", "now - 5m", "-5m", "now-m", "now-99999999999s", ""})
    void otherFormsAreLeftAlone(String text) {
        assertThat(DateMath.parse(text)).isNull();
    }
}
