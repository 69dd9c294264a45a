package io.eqlair.event;

import io.eqlair.event.json.KeyTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The fields that are kept of each event, numbered from 0. Immutable. */
public final class FieldTable {

    private final List<String> names;
    private final Map<String, Integer> slots = new HashMap<>();
    private final KeyTable keys;

    private FieldTable(Collection<String> fields) {
        names = List.copyOf(new TreeSet<>(fields));
        for (String name : names) {
            slots.put(name, slots.size());
        }
        keys = KeyTable.of(names);
    }

    /** A table of these fields; one that is named twice is kept once. */
    public static FieldTable of(Collection<String> fields) {
        return new FieldTable(fields);
    }

    /** The slot of a field that is in the table. */
    public int slot(String field) {
        Integer slot = slots.get(field);
        if (slot == null) {
            throw new IllegalArgumentException("field must be in the table: " + field);
        }
        return slot;
    }

    /** The slot of a field, -1 where it is not in the table. */
    public int slotOrNone(String field) {
        return slots.getOrDefault(field, -1);
    }

    /** The name of the field in a slot. */
    public String name(int slot) {
        return names.get(slot);
    }

    public int size() {
        return names.size();
    }

    /** Where the keys of documents lead. */
    KeyTable keys() {
        return keys;
    }
}
