package io.eqlair.engine.reference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes events that get in each other's way: few different values, keys absent or several, equal timestamps, and gaps
 * that are just as long as a span.
 */
final class RandomStream {

    /** 2023-11-14T22:13:20Z. */
    static final long START = 1_700_000_000_000_000_000L;

    private static final List<String> CATEGORIES = List.of("process", "process", "file", "network");
    private static final List<Object> KEYS = List.of("a", "a", "a", "a", "a", "a", "b", "b", "b", 1, 1.0, "1", true);
    private static final List<Object> NAMES = List.of("nc", "sh", "ssh");
    private static final List<Object> NUMBERS = List.of(0, 1, 2);

    private final Dice dice;
    private final Duration unit;
    private final boolean rough;
    private final int tiebreakers;
    private final boolean named;

    /**
     * A maker of streams.
     *
     * @param unit what the gaps between events are multiples of, more or less
     */
    RandomStream(Dice dice, Duration unit) {
        this.dice = dice;
        this.unit = unit;
        this.rough = dice.percent(25);
        this.named = dice.percent(70);
        this.tiebreakers = dice.oneOf(List.of(0, 0, 50, 100));
    }

    /** From 8 to 30 events in the order of their timestamps. */
    List<Sent> events() {
        List<Sent> events = new ArrayList<>();
        int count = dice.between(8, 30);
        long time = START;
        while (events.size() < count) {
            String name = "e" + (events.size() + 1);
            String category = dice.oneOf(CATEGORIES);
            events.add(named ? Sent.of(name, time, category, fields()) : Sent.unnamed(name, time, category, fields()));
            time += gap();
        }
        return events;
    }

    private long gap() {
        long units = dice.percent(30) ? 0 : dice.between(1, 4);
        long exact = units * unit.toNanos();
        return rough && dice.percent(30)
                ? Math.max(0, exact + dice.oneOf(List.of(-1_000_000, -1, 1, 1_000_000)))
                : exact;
    }

    private Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (dice.percent(tiebreakers)) {
            fields.put("event.sequence", dice.percent(3) ? (Object) "z" : dice.between(1, 4));
        }
        put(fields, "x", NUMBERS);
        put(fields, "name", NAMES);
        put(fields, "host", KEYS);
        put(fields, "user", KEYS);
        put(fields, "pid", KEYS);
        return fields;
    }

    private void put(Map<String, @Nullable Object> fields, String field, List<Object> values) {
        int form = dice.between(1, 100);
        if (form <= 75) {
            fields.put(field, dice.oneOf(values));
        } else if (form <= 88) {
            fields.put(field, Arrays.asList(dice.oneOf(values), dice.oneOf(values)));
        } else if (form <= 92) {
            fields.put(field, Arrays.<@Nullable Object>asList(dice.oneOf(values), null));
        } else if (form <= 94) {
            fields.put(field, null);
        } else if (form <= 96) {
            fields.put(field, List.of());
        }
    }
}
