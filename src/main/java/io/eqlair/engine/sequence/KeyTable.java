package io.eqlair.engine.sequence;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The states of a shard by their keys: a hash table chained through the states themselves. A million keys may wait, and
 * an entry of its own for each would cost a tenth of their memory and another miss of the cache.
 */
final class KeyTable {

    private static final int SMALLEST = 16;

    private @Nullable KeyState[] buckets = new @Nullable KeyState[SMALLEST];
    private int size;

    KeyState computeIfAbsent(JoinKey key, Function<JoinKey, KeyState> create) {
        KeyState state = find(key);
        return state == null ? add(create.apply(key)) : state;
    }

    /** The state of a key, null where it has none. */
    @Nullable
    KeyState find(JoinKey key) {
        KeyState state = buckets[bucket(key)];
        while (state != null && !state.key.equals(key)) {
            state = state.nextInBucket;
        }
        return state;
    }

    private KeyState add(KeyState state) {
        if (size >= buckets.length) {
            grow();
        }
        link(state);
        size++;
        return state;
    }

    private void link(KeyState state) {
        int bucket = bucket(state.key);
        state.nextInBucket = buckets[bucket];
        buckets[bucket] = state;
    }

    private void grow() {
        @Nullable KeyState[] old = buckets;
        buckets = new @Nullable KeyState[old.length * 2];
        for (KeyState chain : old) {
            KeyState state = chain;
            while (state != null) {
                KeyState next = state.nextInBucket;
                link(state);
                state = next;
            }
        }
    }

    /** Removes a state that is there. */
    void remove(KeyState state) {
        int bucket = bucket(state.key);
        KeyState before = null;
        for (KeyState found = buckets[bucket]; found != null; found = found.nextInBucket) {
            if (found.equals(state)) {
                unlink(bucket, before, found);
                return;
            }
            before = found;
        }
    }

    private void unlink(int bucket, @Nullable KeyState before, KeyState state) {
        if (before == null) {
            buckets[bucket] = state.nextInBucket;
        } else {
            before.nextInBucket = state.nextInBucket;
        }
        state.nextInBucket = null;
        size--;
    }

    /** The shard is chosen by the low bits of the same hash, so the bucket is taken from the others. */
    private int bucket(JoinKey key) {
        return key.hashCode() >>> 4 & (buckets.length - 1);
    }
}
