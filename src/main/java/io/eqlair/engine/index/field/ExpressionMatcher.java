package io.eqlair.engine.index.field;

import io.eqlair.engine.matcher.ValueTest;
import io.eqlair.engine.matcher.ValueTests;
import io.eqlair.event.json.JsonValue;
import io.eqlair.event.json.ValueKind;
import java.util.Arrays;
import java.util.List;

/**
 * Asks all regular expressions about one field, one after the other, and remembers the answers for values that recur. There
 * are few of them, and fewer that are asked: they are no part of the field's {@link FieldMatcher}, which is asked for almost
 * every event.
 *
 * <p>Not thread-safe.
 */
final class ExpressionMatcher implements ValueMatcher {

    private final int[] ids;
    private final ValueTest[] tests;
    private final ValueMemo memo;
    private final int[] holding;

    ExpressionMatcher(List<ValuePlan.Entry> entries, MatcherBounds bounds) {
        this.ids = entries.stream().mapToInt(ValuePlan.Entry::id).toArray();
        this.tests =
                entries.stream().map(entry -> ValueTests.of(entry.predicate())).toArray(ValueTest[]::new);
        this.memo = new ValueMemo(bounds.memo());
        this.holding = new int[ids.length];
    }

    @Override
    public int[] satisfied(byte[] bytes, int start, int end, byte kind) {
        if (!memo.takes(end - start)) {
            return evaluated(bytes, start, end, kind);
        }
        long hash = memo.hash(bytes, start, end, kind == ValueKind.INTEGER || kind == ValueKind.DECIMAL);
        int[] known = memo.find(hash, bytes, start, end);
        if (known != null) {
            return known;
        }
        int[] answer = evaluated(bytes, start, end, kind);
        memo.offer(hash, bytes, start, end, answer);
        return answer;
    }

    private int[] evaluated(byte[] bytes, int start, int end, byte kind) {
        Object value = JsonValue.decode(bytes, start, end, kind);
        int count = 0;
        for (int i = 0; i < tests.length; i++) {
            if (tests[i].accepts(value)) {
                holding[count++] = ids[i];
            }
        }
        return Arrays.copyOf(holding, count);
    }
}
