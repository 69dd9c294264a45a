package io.eqlair.engine;

import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.analysis.Stage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items of a query as they are written, from 0: {@code runs} is not written out, missing items count, {@code until} does
 * not. Whoever counts the different items of a query comes to the same numbers, since each has a place of its own in the text.
 *
 * <pre>
 * sequence [a] with runs=3 ![b] [c] until [d]      count 3, positive 0b101
 * process where …                                  count 1, positive 0b1
 * </pre>
 *
 * @param positive those whose events must be there, as bits
 */
public record RuleItems(int count, long positive) {

    /** The items of a query. */
    public static RuleItems of(AnalyzedQuery query) {
        return switch (query) {
            case AnalyzedQuery.Events events -> new RuleItems(1, 1);
            case AnalyzedQuery.Sequence sequence -> of(sequence.stages());
            case AnalyzedQuery.Sample sample -> of(sample.stages());
        };
    }

    private static RuleItems of(List<Stage> stages) {
        List<Stage> written = new ArrayList<>();
        long positive = 0;
        for (Stage stage : stages) {
            if (!written.contains(stage)) {
                positive |= stage.missing() ? 0 : 1L << written.size();
                written.add(stage);
            }
        }
        return new RuleItems(written.size(), positive);
    }

    /** Whether there is such an item. */
    public boolean has(int item) {
        return item >= 0 && item < count;
    }

    /** Whether the events of an item must be there. */
    public boolean isPositive(int item) {
        return has(item) && (positive & 1L << item) != 0;
    }

    /** Those positive items that a step names, as bits; all for null. */
    long named(@Nullable Integer step) {
        return step == null ? positive : isPositive(step) ? 1L << step : 0;
    }
}
