package io.eqlair.engine.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values that join the events of a sequence or sample, one for each key of the query. Equal only with values of like
 * types: the string {@code "1"} is not the number 1, but the number {@code 1.0} is.
 */
public final class JoinKey {

    /** The key of a query without keys. */
    static final JoinKey NONE = new JoinKey(NoKeys.NO_KEYS, null, 0);

    private static final @Nullable Object[] NO_MORE = {};

    private final @Nullable Object first;

    /** Null for a single key, which most queries have: a million of them wait at a time. */
    private final @Nullable Object @Nullable [] more;

    private final int hash;

    private JoinKey(@Nullable Object first, @Nullable Object @Nullable [] more, int hash) {
        this.first = first;
        this.more = more;
        this.hash = hash;
    }

    /** A key of at least one value: null, Boolean, Long, Double or String. */
    static JoinKey of(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = normal(values[i]);
        }
        @Nullable Object @Nullable [] more = values.length == 1 ? null : Arrays.copyOfRange(values, 1, values.length);
        return new JoinKey(values[0], more, KeyHash.of(values[0], more));
    }

    /** The values, in the order of the query's keys. */
    public List<@Nullable Object> values() {
        if (first instanceof NoKeys) {
            return List.of();
        }
        List<@Nullable Object> values = new ArrayList<>();
        values.add(first);
        values.addAll(Arrays.asList(more == null ? NO_MORE : more));
        return values;
    }

    /** What its own objects cost in memory, in bytes; strings at one byte for each character. */
    int bytes() {
        int bytes = 24 + bytes(first);
        if (more != null) {
            bytes += 16 + 4 * more.length;
            for (Object value : more) {
                bytes += bytes(value);
            }
        }
        return bytes;
    }

    private static int bytes(@Nullable Object value) {
        return value instanceof String text ? 40 + text.length() : 24;
    }

    private enum NoKeys {
        NO_KEYS
    }

    /** A whole number in floating point is the same key as the integer. */
    private static @Nullable Object normal(@Nullable Object value) {
        boolean whole = value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1L << 53;
        return whole ? (Object) ((Double) Objects.requireNonNull(value)).longValue() : value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JoinKey key
                && hash == key.hash
                && Objects.equals(first, key.first)
                && Arrays.equals(more, key.more);
    }

    /** Another one after each start of the service, which nobody outside knows: see {@link KeyHash}. */
    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return values().toString();
    }
}
