package io.eqlair.benchmark;

import io.eqlair.engine.RuleSet;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventLimits;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRoles;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The streams that are measured with.
 *
 * @param real of a file, null where none is given
 * @param unique the real one with every value unique, or else the dense one
 * @param dense generated
 */
record Streams(@Nullable EventStream real, EventStream unique, EventStream dense) {

    private static final int DENSE_EVENTS = 18_000;

    static Streams of(Settings settings) {
        EventStream dense = EventStream.of(
                "dense", LinuxStream.generate(settings.quick() ? DENSE_EVENTS / 2 : DENSE_EVENTS, settings.seed()));
        EventStream real =
                settings.events() == null ? null : EventStream.of("real", EventStream.read(settings.events()));
        return new Streams(real, UniqueValues.of(real == null ? dense : real), dense);
    }

    List<EventStream> all() {
        return real == null ? List.of(unique, dense) : List.of(real, unique, dense);
    }

    /** The stream of a file, else the generated one. */
    EventStream main() {
        return real == null ? dense : real;
    }

    /** Sizes and values, as far as the rules read them. */
    String described(BenchRules rules) {
        RuleSet set = RuleSet.of(rules.shuffled(), EventRoles.ECS);
        EventReader reader =
                new EventReader(set.table(), EventRoles.ECS, EventLimits.DEFAULT, InstantSource.system(), () -> 1);
        Table table = new Table(
                "stream",
                "events",
                "bytes",
                "median",
                "largest",
                "values that rules read",
                "of them distinct",
                "seen before");
        for (EventStream stream : all()) {
            describe(stream, reader, table);
        }
        return table.markdown();
    }

    private static void describe(EventStream stream, EventReader reader, Table table) {
        byte[][] documents = stream.pass(0);
        Event event = reader.newEvent();
        Set<String> distinct = new HashSet<>();
        long values = 0;
        for (byte[] document : documents) {
            if (reader.read(event, document, 0, document.length, Envelope.NONE) < 0) {
                throw new IllegalStateException(
                        "document must be an event: " + new String(document, StandardCharsets.UTF_8));
            }
            for (int slot = 0; slot < reader.table().size(); slot++) {
                for (int handle = event.firstValue(slot); handle >= 0; handle = event.nextValue(handle)) {
                    distinct.add(slot + ":" + event.decoded(handle));
                    values++;
                }
            }
        }
        int[] sizes = Arrays.stream(documents)
                .mapToInt(document -> document.length)
                .sorted()
                .toArray();
        table.row(
                stream.name(),
                documents.length,
                Arrays.stream(sizes).asLongStream().sum(),
                sizes[sizes.length / 2],
                sizes[sizes.length - 1],
                values,
                distinct.size(),
                Table.number(100.0 * (values - distinct.size()) / values) + "%");
    }
}
