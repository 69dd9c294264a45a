package io.eqlair.rule;

import io.eqlair.rule.format.Places;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON can spell halves of surrogate pairs, which are no characters and cannot be kept in a file. */
final class HalfCharacters {

    private HalfCharacters() {}

    /** The path of the first value that holds one; null if none does. */
    static @Nullable String firstIn(Map<?, ?> content) {
        return first("", content);
    }

    private static @Nullable String first(String path, Object value) {
        return switch (value) {
            case String text -> isHalved(text) ? path : null;
            case Map<?, ?> map -> firstOfMap(path, map);
            case List<?> list -> firstOfList(path, list);
            default -> null;
        };
    }

    private static @Nullable String firstOfMap(String path, Map<?, ?> map) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String at = Places.path(path, entry.getKey().toString());
            String found = isHalved(at) ? path : first(at, entry.getValue());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String firstOfList(String path, List<?> list) {
        for (int i = 0; i < list.size(); i++) {
            String found = first(Places.item(path, i), list.get(i));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean isHalved(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
