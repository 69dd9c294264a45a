package io.eqlair.ingest.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.event.Envelope;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenIdsTest {

    @Test
    void knowsWhatWasAdded() {
        SeenIds seen = new SeenIds(100);
        seen.add(new Envelope("logs", "1"));
        assertThat(seen.contains(new Envelope("logs", "1"))).isTrue();
        assertThat(seen.contains(new Envelope("logs", "2"))).isFalse();
        assertThat(seen.contains(new Envelope("other", "1"))).isFalse();
        assertThat(seen.contains(new Envelope(null, "1"))).isFalse();
    }

    @Test
    void documentsWithoutAnIdAreNeverKnown() {
        SeenIds seen = new SeenIds(100);
        seen.add(new Envelope("logs", null));
        assertThat(seen.contains(new Envelope("logs", null))).isFalse();
    }

    @Test
    void forgetsSomeAndTakesNoneForAnother() {
        SeenIds seen = new SeenIds(1_000);
        IntStream.range(0, 10_000).forEach(i -> seen.add(new Envelope("logs", "id-" + i)));
        assertThat(IntStream.range(9_500, 10_000)
                        .filter(i -> seen.contains(new Envelope("logs", "id-" + i)))
                        .count())
                .isGreaterThan(300);
        assertThat(IntStream.range(10_000, 20_000).noneMatch(i -> seen.contains(new Envelope("logs", "id-" + i))))
                .isTrue();
    }
}
