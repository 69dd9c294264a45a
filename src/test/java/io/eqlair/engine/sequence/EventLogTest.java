package io.eqlair.engine.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.event.StoredEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLogTest {

    private static final long SEED = Long.getLong("eqlair.seed", 20_261_122);

    /** Few different times make many equal ones. */
    @ParameterizedTest
    @ValueSource(ints = {3, 1_000})
    void aLogIsAListInOrder(int times) {
        Random random = new Random(SEED);
        EventLog log = new EventLog();
        List<StoredEvent> list = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            if (random.nextInt(100) < 55) {
                StoredEvent event = Events.at(random.nextInt(times), i);
                list.add(event);
                list.sort(Comparator.naturalOrder());
                assertThat(log.insert(event, 1, false)).isEqualTo(list.indexOf(event));
            } else if (!list.isEmpty()) {
                assertThat(log.removeFirst().event).isSameAs(list.removeFirst());
            }
            assertThat(log.size()).isEqualTo(list.size());
            assertThat(events(log)).isEqualTo(list);
        }
    }

    @Test
    void whatAnEntryLeadsToAndReportsCounts() {
        EventLog log = new EventLog();
        long empty = log.bytes();
        log.insert(Events.at(1, 1), 1, false);
        long bare = log.bytes();
        log.lead(log.get(0), new Partial[] {Partial.of(log.get(0).event)});
        long led = log.bytes();
        log.report(log.get(0), Partial.of(Events.at(0, 0)).with(log.get(0).event));
        assertThat(led).isGreaterThan(bare + Partial.BYTES);
        assertThat(log.bytes()).isGreaterThan(led + 2 * Partial.BYTES);
        log.removeFirst();
        assertThat(log.bytes()).isEqualTo(empty);
    }

    private static List<StoredEvent> events(EventLog log) {
        return IntStream.range(0, log.size()).mapToObj(i -> log.get(i).event).toList();
    }
}
