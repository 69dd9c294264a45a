package io.eqlair.engine.matcher;

import io.eqlair.event.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a combination of values for which an expression is true, or is null.
 *
 * <p>Work is bounded: after {@link #MOST_ROWS} combinations the leaf counts as false, and the event has a failure.
 */
final class RowTest {

    /** Three fields of 46 values each, or two of 316. */
    static final int MOST_ROWS = 100_000;

    private final RowExpression expression;
    private final List<String> fields;
    private final int[] slots;
    private final boolean wantsNull;

    RowTest(RowExpression expression, List<String> fields, int[] slots, boolean wantsNull) {
        this.expression = expression;
        this.fields = fields;
        this.slots = slots;
        this.wantsNull = wantsNull;
    }

    List<String> fields() {
        return fields;
    }

    @Nullable
    Row satisfyingRow(Event event) {
        int[] positions = new int[slots.length];
        Row row = new Row(event, slots.length);
        for (int i = 0; i < slots.length; i++) {
            fill(row, i, 0);
        }
        for (int tried = 0; tried < MOST_ROWS; tried++) {
            if (holds(expression.value(row))) {
                return row;
            }
            if (!advance(row, positions)) {
                return null;
            }
        }
        event.countFailure();
        return null;
    }

    private boolean holds(@Nullable Object value) {
        return wantsNull ? value == null : Boolean.TRUE.equals(value);
    }

    /** To the next combination, the first field turning fastest; false after the last. */
    private boolean advance(Row row, int[] positions) {
        for (int i = 0; i < slots.length; i++) {
            positions[i]++;
            if (positions[i] < row.event().count(slots[i])) {
                fill(row, i, positions[i]);
                return true;
            }
            positions[i] = 0;
            fill(row, i, 0);
        }
        return false;
    }

    private void fill(Row row, int field, int position) {
        Event event = row.event();
        row.set(field, event.count(slots[field]) == 0 ? null : event.value(slots[field], position));
    }
}
