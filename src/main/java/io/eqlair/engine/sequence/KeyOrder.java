package io.eqlair.engine.sequence;

import io.eqlair.eql.value.Values;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of join keys in results: value by value, null first, then booleans, numbers and strings. */
enum KeyOrder implements Comparator<JoinKey> {
    INSTANCE;

    @Override
    public int compare(JoinKey a, JoinKey b) {
        List<@Nullable Object> left = a.values();
        List<@Nullable Object> right = b.values();
        for (int i = 0; i < left.size(); i++) {
            int order = compareValues(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compareValues(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Boolean x && b instanceof Boolean y) {
            return x.compareTo(y);
        }
        Integer order = Values.compare(a, b);
        return order == null ? Integer.compare(rank(a), rank(b)) : order;
    }

    private static int rank(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Boolean truth -> 1;
            case Number number -> 2;
            default -> 3;
        };
    }
}
