package io.eqlair.engine.index;

import io.eqlair.eql.analysis.Filter;
import java.util.List;

/**
 * One condition of a rule: all of an event rule, an item of a sequence.
 *
 * @param rule the number of the rule
 * @param item the number of the item within the rule
 * @param categoryField the field that the filter's category is compared with
 * @param indexPatterns the indices whose events the rule is shown; none means all
 */
public record IndexedStage(int rule, int item, Filter filter, String categoryField, List<String> indexPatterns) {

    public IndexedStage {
        indexPatterns = List.copyOf(indexPatterns);
    }
}
