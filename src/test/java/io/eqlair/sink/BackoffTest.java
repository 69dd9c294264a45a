package io.eqlair.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({
        "1, 500, 1000",
        "2, 1000, 2000",
        "5, 8000, 16000",
        "9, 128000, 256000",
        "10, 150000, 300000",
        "1000000, 150000, 300000"
    })
    void pausesDoubleUpToTheLongestAndAreNeverTheSame(int failures, long least, long most) {
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            assertThat(Backoff.DEFAULT.pause(failures, null, random).toMillis()).isBetween(least, most);
        }
        assertThat(Backoff.DEFAULT.pause(failures, null, random))
                .isNotEqualTo(Backoff.DEFAULT.pause(failures, null, random));
    }

    @Test
    void whatAReceiverAsksForIsObeyedWithinReason() {
        Random random = new Random(1);
        assertThat(Backoff.DEFAULT.pause(1, Duration.ofMinutes(20), random)).isEqualTo(Duration.ofMinutes(20));
        assertThat(Backoff.DEFAULT.pause(1, Duration.ofDays(20), random)).isEqualTo(Duration.ofHours(1));
        assertThat(Backoff.DEFAULT.pause(5, Duration.ZERO, random)).isGreaterThan(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "0, 0",
        "'Sat, 28 Nov 2026 10:00:30 GMT', 30",
        "'Sat, 28 Nov 2026 09:00:00 GMT', 0",
        "soon, -1",
        "-5, -1",
        "99999999999999999999, -1",
        ", -1"
    })
    void retryAfterIsSecondsOrADate(String header, long seconds) {
        Duration expected = seconds < 0 ? null : Duration.ofSeconds(seconds);
        assertThat(HttpAnswer.retryAfter(header, Instant.parse("2026-11-28T10:00:00Z")))
                .isEqualTo(expected);
    }
}
