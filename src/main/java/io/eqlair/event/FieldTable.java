package io.eqlair.event;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The fields that are kept of each event, numbered from 0. Immutable. */
public final class FieldTable {

    private final List<String> names;
    private final Map<String, Integer> slots = new HashMap<>();
    private final FieldNode root = new FieldNode();

    private FieldTable(Collection<String> fields) {
        names = List.copyOf(new TreeSet<>(fields));
        for (String name : names) {
            int slot = slots.size();
            slots.put(name, slot);
            root.add(name, slot);
        }
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

    FieldNode root() {
        return root;
    }

    /**
     * A place in the tree of names: {@code process} leads to {@code name} and {@code args}. A key of a document may name
     * several steps at once, as {@code "process.name"}.
     */
    static final class FieldNode {

        private final Map<String, FieldNode> children = new HashMap<>();
        private int slot = -1;

        /** The slot of the field that ends here, -1 where none does. */
        int slot() {
            return slot;
        }

        private void add(String path, int number) {
            FieldNode node = this;
            for (String step : path.split("\\.", -1)) {
                node = node.children.computeIfAbsent(step, key -> new FieldNode());
            }
            node.slot = number;
        }

        /** Where a document's key leads, null where no field that is kept lies that way. */
        @Nullable
        FieldNode child(String key) {
            FieldNode child = children.get(key);
            return child == null && key.indexOf('.') >= 0 ? descendant(key) : child;
        }

        private @Nullable FieldNode descendant(String path) {
            FieldNode node = this;
            int start = 0;
            while (node != null && start <= path.length()) {
                int dot = path.indexOf('.', start);
                int end = dot < 0 ? path.length() : dot;
                node = node.children.get(path.substring(start, end));
                start = end + 1;
            }
            return node;
        }
    }
}
