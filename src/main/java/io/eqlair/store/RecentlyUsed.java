package io.eqlair.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers what was asked for of late, so many at most: of more, that which nobody has asked for the longest is forgotten. Thread-safe. */
final class RecentlyUsed<K, V> {

    private static final float LOAD = 0.75f;

    private final Map<K, V> kept;

    /**
     * Nothing yet.
     *
     * @param most that are remembered
     */
    RecentlyUsed(int most) {
        this.kept = new LinkedHashMap<>(16, LOAD, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    synchronized @Nullable V get(K key) {
        return kept.get(key);
    }

    synchronized void put(K key, V value) {
        kept.put(key, value);
    }

    synchronized void clear() {
        kept.clear();
    }
}
