package io.eqlair.engine.index.field;

import io.eqlair.event.json.JsonValue;
import io.eqlair.event.json.ValueKind;
import java.util.Arrays;

/**
 * Asks all predicates about the text of one field at once. Remembers the answers for values that recur, else runs an
 * automaton over the bytes, else asks the predicates one by one.
 *
 * <p>Not thread-safe: every thread has its own, made of a shared {@link FieldPlan}. What it keeps is bounded, whatever
 * values come.
 */
final class FieldMatcher implements ValueMatcher {

    private final FieldPlan plan;
    private final AnswerSets answers;
    private final ValueMemo memo;
    private final LazyDfa dfa;
    private final int[] holding;
    private long hits;
    private long misses;
    private long plain;

    FieldMatcher(FieldPlan plan, MatcherBounds bounds) {
        this.plan = plan;
        this.memo = new ValueMemo(bounds.memo());
        this.answers = new AnswerSets(plan.trie().gates().ids(Steps.OPEN));
        this.dfa = new LazyDfa(plan.trie(), plan.classes(), answers, bounds);
        this.holding = new int[plan.size()];
    }

    @Override
    public int[] satisfied(byte[] bytes, int start, int end, byte kind) {
        if (!memo.takes(end - start)) {
            misses++;
            return evaluated(bytes, start, end, kind);
        }
        long hash = memo.hash(bytes, start, end, kind == ValueKind.INTEGER || kind == ValueKind.DECIMAL);
        int[] known = memo.find(hash, bytes, start, end);
        if (known != null) {
            hits++;
            return known;
        }
        misses++;
        int[] answer = evaluated(bytes, start, end, kind);
        memo.offer(hash, bytes, start, end, answer);
        return answer;
    }

    /** What it has done so far. */
    Counts counts() {
        return new Counts(hits, misses, plain, dfa.states(), dfa.flushes());
    }

    private int[] evaluated(byte[] bytes, int start, int end, byte kind) {
        int[] answer = isItsText(bytes, start, kind) ? dfa.run(bytes, start, end) : null;
        return answer == null ? oneByOne(JsonValue.decode(bytes, start, end, kind)) : answer;
    }

    /** Whether the bytes are the value's text, and only the text matters. The integer that is not written so is -0. */
    private boolean isItsText(byte[] bytes, int start, byte kind) {
        return switch (kind) {
            case ValueKind.INTEGER -> !plan.hasWholeDecimals() && (bytes[start] != '-' || bytes[start + 1] != '0');
            case ValueKind.DECIMAL -> false;
            default -> true;
        };
    }

    private int[] oneByOne(Object value) {
        plain++;
        int count = 0;
        for (int place = 0; place < plan.size(); place++) {
            if (plan.holds(place, value)) {
                holding[count++] = plan.id(place);
            }
        }
        return answers.shared(Arrays.copyOf(holding, count));
    }

    /**
     * What a matcher has done.
     *
     * @param hits values whose answer was remembered
     * @param misses all others
     * @param plain values for which the predicates were asked one by one
     * @param states that the automaton has now
     * @param flushes how often the automaton was emptied
     */
    record Counts(long hits, long misses, long plain, int states, int flushes) {}
}
