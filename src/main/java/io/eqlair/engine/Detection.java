package io.eqlair.engine;

import io.eqlair.event.StoredEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule matched.
 *
 * @param joinKeys the values that joined a sequence's events; empty for a single event
 * @param events in the order of the rule's items
 * @param matched which values satisfied which clauses
 */
public record Detection(
        CompiledRule rule, List<@Nullable Object> joinKeys, List<StoredEvent> events, List<MatchedClause> matched) {

    public Detection {
        events = List.copyOf(events);
        matched = List.copyOf(matched);
    }

    /**
     * A value that satisfied a clause.
     *
     * @param event which of the detection's events, from 0
     * @param value Boolean, Long, Double or String
     * @param clause the clause as it is written in the rule
     */
    public record MatchedClause(int event, String field, Object value, String clause) {}
}
