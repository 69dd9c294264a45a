package io.eqlair.engine.reference;

import io.eqlair.eql.analysis.KeyField;
import io.eqlair.event.Event;
import io.eqlair.event.FieldTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which keys join an event to others. An event with several values in a key field belongs to several keys, one without
 * a value to none, unless the field is optional and null is its value.
 */
final class JoinKeys {

    private final FieldTable table;

    JoinKeys(FieldTable table) {
        this.table = table;
    }

    /** Every combination of one value from each field, each once. */
    Set<Key> of(Event event, List<KeyField> fields) {
        Set<Key> keys = Set.of(Key.NONE);
        for (KeyField field : fields) {
            Set<Key> longer = new LinkedHashSet<>();
            for (Key key : keys) {
                values(event, field).forEach(value -> longer.add(key.with(value)));
            }
            keys = longer;
        }
        return keys;
    }

    private List<@Nullable Object> values(Event event, KeyField field) {
        int slot = table.slot(field.field());
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < event.count(slot); i++) {
            values.add(event.value(slot, i));
        }
        if (values.isEmpty() && field.optional()) {
            values.add(null);
        }
        return values;
    }
}
