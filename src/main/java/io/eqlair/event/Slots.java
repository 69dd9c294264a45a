package io.eqlair.event;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies in one slot: nothing, one value, or a list of several. Most fields have one value and need no list. */
final class Slots {

    private Slots() {}

    static Object with(@Nullable Object slot, Object value) {
        if (slot == null) {
            return value;
        }
        if (slot instanceof Several several) {
            several.add(value);
            return several;
        }
        return new Several(slot, value);
    }

    static @Nullable Object first(@Nullable Object slot) {
        return slot instanceof List<?> list ? list.getFirst() : slot;
    }

    /** A list of its own type, so that a slot's content is told apart without doubt. */
    private static final class Several extends ArrayList<Object> {

        private static final long serialVersionUID = 1L;

        Several(Object first, Object second) {
            super(List.of(first, second));
        }
    }
}
