package io.eqlair.engine.sequence;

import io.eqlair.eql.analysis.KeyField;
import io.eqlair.event.Event;
import io.eqlair.event.FieldTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of an event for one item. A field of several values gives the event a key for each; an event without a
 * value for a mandatory field has none.
 */
final class KeyReader {

    /** Keys of one event for one item; more is counted as a failure, and the rest left out. */
    static final int MOST_KEYS = 1_000;

    private static final Collection<JoinKey> NO_KEYS = List.of(JoinKey.NONE);

    private final int[] slots;
    private final boolean[] optional;

    KeyReader(List<KeyField> fields, FieldTable table) {
        slots = new int[fields.size()];
        optional = new boolean[fields.size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = table.slot(fields.get(i).field());
            optional[i] = fields.get(i).optional();
        }
    }

    /** The event's keys, each once. */
    Collection<JoinKey> keys(Event event) {
        if (slots.length == 0) {
            return NO_KEYS;
        }
        for (int i = 0; i < slots.length; i++) {
            if (!optional[i] && event.count(slots[i]) == 0) {
                return List.of();
            }
        }
        return isSingle(event) ? List.of(single(event)) : combinations(event);
    }

    private boolean isSingle(Event event) {
        for (int slot : slots) {
            if (event.count(slot) > 1) {
                return false;
            }
        }
        return true;
    }

    private JoinKey single(Event event) {
        @Nullable Object[] values = new @Nullable Object[slots.length];
        for (int i = 0; i < slots.length; i++) {
            values[i] = event.count(slots[i]) == 0 ? null : event.value(slots[i], 0);
        }
        return JoinKey.of(values);
    }

    private Set<JoinKey> combinations(Event event) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(new ArrayList<>());
        for (int slot : slots) {
            rows = extended(rows, event, slot);
        }
        Set<JoinKey> keys = new LinkedHashSet<>();
        for (List<@Nullable Object> row : rows) {
            keys.add(JoinKey.of(row.toArray()));
        }
        return keys;
    }

    private static List<List<@Nullable Object>> extended(List<List<@Nullable Object>> rows, Event event, int slot) {
        List<List<@Nullable Object>> longer = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            for (Object value : values(event, slot)) {
                if (longer.size() == MOST_KEYS) {
                    event.countFailure();
                    return longer;
                }
                List<@Nullable Object> extended = new ArrayList<>(row);
                extended.add(value);
                longer.add(extended);
            }
        }
        return longer;
    }

    private static List<@Nullable Object> values(Event event, int slot) {
        int count = event.count(slot);
        List<@Nullable Object> values = new ArrayList<>(Math.max(1, count));
        for (int i = 0; i < count; i++) {
            values.add(event.value(slot, i));
        }
        if (values.isEmpty()) {
            values.add(null);
        }
        return values;
    }
}
