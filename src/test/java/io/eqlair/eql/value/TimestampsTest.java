package io.eqlair.eql.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    private static final long SEED = 20261122;

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:00:00Z, 2026-11-22T10:00:00Z",
        "2026-11-22t10:00:00z, 2026-11-22T10:00:00Z",
        "2026-11-22 10:00:00, 2026-11-22T10:00:00Z",
        "2026-11-22T10:00:00, 2026-11-22T10:00:00Z",
        "2026-11-22T10:00Z, 2026-11-22T10:00:00Z",
        "2026-11-22T10Z, 2026-11-22T10:00:00Z",
        "2026-11-22T10, 2026-11-22T10:00:00Z",
        "2026-11-22, 2026-11-22T00:00:00Z",
        "2026-11, 2026-11-01T00:00:00Z",
        "2026, 2026-01-01T00:00:00Z",
        "2026-11-22T10:00:00.1Z, 2026-11-22T10:00:00.1Z",
        "2026-11-22T10:00:00.123456789Z, 2026-11-22T10:00:00.123456789Z",
        "2026-11-22T10:00:00.1234567899Z, 2026-11-22T10:00:00.123456789Z",
        "'2026-11-22T10:00:00,5Z', 2026-11-22T10:00:00.5Z",
        "2026-11-22T10:00:00+02:00, 2026-11-22T08:00:00Z",
        "2026-11-22T10:00:00-0530, 2026-11-22T15:30:00Z",
        "2026-11-22T10:00:00+02, 2026-11-22T08:00:00Z",
        "2026-11-22T23:59:60Z, 2026-11-23T00:00:00Z",
        "2026-11-22T24:00:00Z, 2026-11-23T00:00:00Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
        "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.5Z"
    })
    void isoTextsAreRead(String text, Instant expected) {
        assertThat(Timestamps.parse(text)).hasValue(Timestamps.of(expected));
        assertThat(Timestamps.toInstant(Timestamps.parse(text).orElseThrow())).isEqualTo(expected);
    }

    /** From 10^8 to 10^11 seconds, from 10^14 microseconds, from 10^17 nanoseconds, else milliseconds. */
    @ParameterizedTest
    @CsvSource({
        "1795341600, 1795341600000000000",
        "1795341600000, 1795341600000000000",
        "1795341600000000, 1795341600000000000",
        "1795341600000000000, 1795341600000000000",
        "0, 0",
        "1, 1000000",
        "-1, -1000000",
        "99999999, 99999999000000",
        "100000000, 100000000000000000",
        "99999999999, 9223372036854775807",
        "100000000000, 100000000000000000",
        "9223372036854775807, 9223372036854775807"
    })
    void numbersTellTheirUnitByTheirSize(long number, long nanos) {
        assertThat(Timestamps.of(number)).hasValue(nanos);
        assertThat(Timestamps.of(String.valueOf(number))).hasValue(nanos);
    }

    @ParameterizedTest
    @CsvSource({
        "1795341600.25, 1795341600250000000",
        "1795341600.0, 1795341600000000000",
        "1795341600000.0, 1795341600000000000",
        "1795341600000.5, 1795341600000000000",
        "0.5, 500000000",
        "-1.5, -1500000000",
        "99999999999.5, 9223372036854775807",
        "1e300, 9223372036854775807"
    })
    void fractionsAreOfSeconds(double number, long nanos) {
        assertThat(Timestamps.of(number)).hasValue(nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "now",
                "2026-13-01",
                "2026-02-30T00:00:00Z",
                "2026-11-22T25:00:00Z",
                "2026-11-22T10:60Z",
                "2026-11-22T10:00:61Z",
                "2026-11-22T10:00:00.Z",
                "2026-11-22T10:00:00Zx",
                "2026-11-22T10:00:00+19:00",
                "2026-11-22T10:00:00+1",
                "2026-11-22T10:00:00 Z",
                "2026-11-22T",
                "26-11-22",
                "22.11.2026",
                "1.2.3",
                ".",
                "-",
                "99999999999999999999",
                "2026-1-2",
                "2026-11-22T1:00",
                "\u0661\u0662\u0663\u0664\u0665"
            })
    void otherTextsAreNoTimes(String text) {
        assertThat(Timestamps.parse(text)).isEmpty();
    }

    @Test
    void otherValuesAreNoTimes() {
        assertThat(Timestamps.of(true)).isEmpty();
        assertThat(Timestamps.of(Double.NaN)).isEmpty();
        assertThat(Timestamps.of(Double.POSITIVE_INFINITY)).isEmpty();
    }

    @Test
    void constantsOfQueriesAreMilliseconds() {
        assertThat(Timestamps.ofMillis(1516116808349L)).isEqualTo(1516116808349000000L);
        assertThat(Timestamps.ofMillis(1L)).isEqualTo(1_000_000);
        assertThat(Timestamps.ofMillis(0.5)).isEqualTo(500_000);
        assertThat(Timestamps.ofMillis(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(Timestamps.ofMillis(Long.MIN_VALUE)).isEqualTo(-Long.MAX_VALUE);
        assertThat(Timestamps.ofMillis(1e300)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatLiesOutsideIsTheNearestEnd() {
        assertThat(Timestamps.parse("9999-12-31T23:59:59.999Z")).hasValue(Long.MAX_VALUE);
        assertThat(Timestamps.parse("2262-04-11T23:47:16.999Z")).hasValue(Long.MAX_VALUE);
        assertThat(Timestamps.parse("0001-01-01T00:00:00.5Z")).hasValue(-Long.MAX_VALUE);
        assertThat(Timestamps.of(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
        assertThat(Timestamps.of(Instant.MIN)).isEqualTo(-Long.MAX_VALUE);
        assertThat(Timestamps.of(Instant.ofEpochSecond(9_223_372_036L, 999_999_999)))
                .isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:00:00Z, true",
        "2026-11-22 10:00, true",
        "2026-11-22, false",
        "2026, false",
        "1795341600000, false",
        "2026-11-22T10:00 or so, false",
        "2026-11-22X10:00:00Z, false"
    })
    void onlyADateWithATimeIsTakenForOneAnywhere(String text, boolean expected) {
        assertThat(Timestamps.isDateTime(text)).isEqualTo(expected);
    }

    @Test
    void whatTheRuntimeWritesIsReadBack() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100_000; i++) {
            long nanos = random.nextLong();
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2_001) - 1_000));
            OffsetDateTime time = Timestamps.toInstant(nanos).atOffset(offset);
            String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
            assertThat(Timestamps.parse(text)).as("seed %s: %s", SEED, text).isEqualTo(OptionalLong.of(nanos));
        }
    }
}
