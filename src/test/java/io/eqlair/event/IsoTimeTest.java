package io.eqlair.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.eql.value.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {

    private static final long SEED = Long.getLong("eqlair.seed", 20_261_122);

    @Test
    void theUsualFormsAreReadAsAllFormsAre() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100_000; i++) {
            String text = time(random);
            assertThat(nanos(text)).as("%s, seed %s", text, SEED).isEqualTo(expected(text));
        }
    }

    @Test
    void whatIsReadOfOtherTextsIsWhatItSays() {
        Random random = new Random(SEED);
        for (int i = 0; i < 300_000; i++) {
            StringBuilder text = new StringBuilder(time(random));
            for (int slips = random.nextInt(3); slips >= 0; slips--) {
                text.setCharAt(random.nextInt(text.length()), "0123456789-+:.TZz ".charAt(random.nextInt(18)));
            }
            long nanos = nanos(text.toString());
            if (nanos != Event.NO_TIME) {
                assertThat(nanos).as("%s, seed %s", text, SEED).isEqualTo(expected(text.toString()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2000-02-29T00:00:00Z", "2024-02-29T23:59:59Z", "1824-01-01T00:00:00Z", "2115-12-31T23:59:59Z"})
    void theLastDaysAreDays(String text) {
        assertThat(nanos(text)).isEqualTo(expected(text)).isNotEqualTo(Event.NO_TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29T00:00:00Z",
                "1900-02-29T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-00-10T00:00:00Z",
                "2026-13-10T00:00:00Z",
                "20x6-01-10T00:00:00Z",
                "2026-01-10T00:00:00",
                "2026-01-10T00:00:00.Z",
                "2026-01-10T24:00:00Z",
                "2026-01-10T00:00:00+19:00",
                "1677-01-10T00:00:00Z",
                "9999-01-10T00:00:00Z",
                "2026-01-10"
            })
    void whatIsUnusualIsLeftToOthers(String text) {
        assertThat(nanos(text)).isEqualTo(Event.NO_TIME);
    }

    private static String time(Random random) {
        Instant instant = Instant.ofEpochSecond(
                random.nextLong(-4_607_000_000L, 4_607_000_000L),
                random.nextBoolean() ? random.nextInt(1_000) * 1_000_000L : random.nextInt(1_000_000_000));
        ZoneOffset offset =
                random.nextBoolean() ? ZoneOffset.UTC : ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2_100) - 1_050));
        String text = OffsetDateTime.ofInstant(instant, offset).toString();
        boolean seconds = text.length() > 16 && text.charAt(16) == ':';
        return seconds ? text : text.substring(0, 16) + ":00" + text.substring(16);
    }

    private static long nanos(String text) {
        byte[] bytes = ("\"" + text + "\"").getBytes(StandardCharsets.US_ASCII);
        return IsoTime.nanos(bytes, 1, bytes.length - 1);
    }

    private static long expected(String text) {
        return Timestamps.parse(text).orElse(Event.NO_TIME);
    }
}
