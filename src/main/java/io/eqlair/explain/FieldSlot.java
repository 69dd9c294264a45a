package io.eqlair.explain;

import io.eqlair.event.Event;
import java.util.List;
import java.util.stream.IntStream;

/** A field and where events have its values. */
record FieldSlot(String name, int slot) {

    boolean isAbsent(Event event) {
        return event.count(slot) == 0;
    }

    List<Object> values(Event event) {
        return IntStream.range(0, event.count(slot))
                .mapToObj(position -> event.value(slot, position))
                .toList();
    }
}
