package io.eqlair.engine.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that join events; none where a query has no keys. Equal numbers are one value, 1 and 1.0 too; the number 1
 * and the text "1" are two. Keys ascend by their first value, then the next: null, booleans, numbers, texts.
 */
record Key(List<@Nullable Object> values) implements Comparable<Key> {

    static final Key NONE = new Key(List.of());

    Key {
        List<@Nullable Object> canonical = new ArrayList<>();
        values.forEach(value -> canonical.add(canonical(value)));
        values = Collections.unmodifiableList(canonical);
    }

    Key with(@Nullable Object value) {
        List<@Nullable Object> longer = new ArrayList<>(values);
        longer.add(value);
        return new Key(longer);
    }

    @Override
    public int compareTo(Key other) {
        for (int i = 0; i < values.size(); i++) {
            int order = compare(values.get(i), other.values.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Such as {@code "web", 7, null}. */
    @Override
    public String toString() {
        return String.join(", ", values.stream().map(Key::text).toList());
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
    }

    private static @Nullable Object canonical(@Nullable Object value) {
        return value instanceof Double number && number == number.longValue() ? (Object) number.longValue() : value;
    }

    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Boolean x && b instanceof Boolean y) {
            return x.compareTo(y);
        }
        if (a instanceof Number x && b instanceof Number y) {
            return new BigDecimal(x.toString()).compareTo(new BigDecimal(y.toString()));
        }
        return a instanceof String x && b instanceof String y ? x.compareTo(y) : Integer.compare(kind(a), kind(b));
    }

    private static int kind(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Boolean truth -> 1;
            case Number number -> 2;
            default -> 3;
        };
    }
}
