package io.eqlair.ingest.otlp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document while it is made. Whoever comes first has a place; nothing that finds its place taken is lost. */
final class EcsDocument {

    private final Map<String, Object> root = new LinkedHashMap<>();

    /**
     * Puts a value where a path leads.
     *
     * @return whether it is there now; false where another is
     */
    boolean put(List<String> path, Object value) {
        Map<String, Object> above = above(path);
        Object before = above == null ? this : above.putIfAbsent(path.getLast(), value);
        return before == null || before.equals(value);
    }

    /** Puts a value where nothing else belongs. Of several that are called the same a list is made. */
    void keep(List<String> group, String key, Object value) {
        List<String> path = new ArrayList<>(group);
        path.add(key);
        Map<String, Object> above = above(path);
        if (above != null) {
            above.merge(key, value, EcsDocument::both);
        }
    }

    private static Object both(Object before, Object value) {
        Several all = before instanceof Several several ? several : Several.of(before);
        all.add(value);
        return all;
    }

    /** Values of one key that came more than once. It grows in place, however many they are. */
    private static final class Several extends ArrayList<Object> {

        private static final long serialVersionUID = 1L;

        static Several of(Object first) {
            Several several = new Several();
            if (first instanceof List<?> list) {
                several.addAll(list);
            } else {
                several.add(first);
            }
            return several;
        }
    }

    /** Puts attributes into the fields that they are or become, and keeps the others in a group. */
    void add(List<Attribute> attributes, List<String> group) {
        boolean[] placed = new boolean[attributes.size()];
        for (int i = 0; i < placed.length; i++) {
            Attribute attribute = attributes.get(i);
            placed[i] = attribute.own() != null && put(attribute.own(), attribute.value());
        }
        for (int i = 0; i < placed.length; i++) {
            Attribute attribute = attributes.get(i);
            boolean becomes = putMapped(attribute) && attribute.own() == null;
            if (!placed[i] && !becomes) {
                keep(group, attribute.key(), attribute.value());
            }
        }
    }

    /** Whether all of it is where it belongs. */
    private boolean putMapped(Attribute attribute) {
        boolean some = false;
        boolean all = true;
        for (AttributeTable.Mapped mapped : attribute.mapped()) {
            Object converted = mapped.conversion().of(attribute.value());
            if (converted != null) {
                boolean there = put(mapped.path(), converted);
                some |= there;
                all &= there;
            }
        }
        return some && all;
    }

    /** The object in which a path ends; null where something else is in the way. */
    @SuppressWarnings("unchecked") // all maps that are not in a list are made here
    private @Nullable Map<String, Object> above(List<String> path) {
        Map<String, Object> place = root;
        for (String key : path.subList(0, path.size() - 1)) {
            Object next = place.computeIfAbsent(key, none -> new LinkedHashMap<String, Object>());
            if (!(next instanceof Map)) {
                return null;
            }
            place = (Map<String, Object>) next;
        }
        return place;
    }

    /** All of it; where it says which index it belongs to, as a search hit. */
    Map<String, Object> asMap(String... outside) {
        Map<String, Object> hit = new LinkedHashMap<>();
        for (String key : outside) {
            Object value = root.remove(key);
            if (value != null) {
                hit.put(key, value);
            }
        }
        if (hit.isEmpty()) {
            return root;
        }
        hit.put("_source", root);
        return hit;
    }
}
