package io.eqlair.explain;

import io.eqlair.event.Event;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an event has in a field.
 *
 * @param values Boolean, Long, Double or String; the first few, long texts shortened
 * @param total how many there are in all, 0 where the field is absent
 */
public record Seen(String field, List<Object> values, int total) {

    private static final int MOST_VALUES = 20;
    private static final int LONGEST_VALUE = 500;

    public Seen {
        values = List.copyOf(values);
    }

    static Seen of(FieldSlot field, Event event) {
        int total = event.count(field.slot());
        List<Object> values = IntStream.range(0, Math.min(total, MOST_VALUES))
                .mapToObj(position -> shortened(event.value(field.slot(), position)))
                .toList();
        return new Seen(field.name(), values, total);
    }

    private static Object shortened(Object value) {
        return value instanceof String text ? Shortened.text(text, LONGEST_VALUE) : value;
    }
}
