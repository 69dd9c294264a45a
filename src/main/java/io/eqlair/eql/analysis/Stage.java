package io.eqlair.eql.analysis;

import io.eqlair.eql.source.Span;
import java.util.List;
import java.util.Set;

/**
 * One event of a sequence or sample.
 *
 * @param missing whether the event must not be there
 * @param keys the query's keys, then the item's own; as many in every stage of a query
 * @param span where the item stands in the text
 */
public record Stage(Filter filter, boolean missing, List<KeyField> keys, Span span) {

    public Stage {
        keys = List.copyOf(keys);
    }

    void collectFields(Set<String> fields) {
        filter.condition().collectFields(fields);
        keys.forEach(key -> fields.add(key.field()));
    }
}
