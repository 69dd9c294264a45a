package io.eqlair.engine;

import io.eqlair.engine.sequence.Step;
import io.eqlair.event.StoredEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule matched.
 *
 * @param joinKeys the values that join the events of a sequence or sample; empty where nothing joins them
 * @param steps in the order of the rule's items; one for an event rule
 * @param matched which values satisfied which clauses
 */
public record Detection(
        CompiledRule rule, List<@Nullable Object> joinKeys, List<Step> steps, List<MatchedClause> matched) {

    public Detection {
        joinKeys = Collections.unmodifiableList(new ArrayList<>(joinKeys));
        steps = List.copyOf(steps);
        matched = List.copyOf(matched);
    }

    /** The events that are there, in order. */
    public List<StoredEvent> events() {
        return steps.stream().map(Step::event).filter(Objects::nonNull).toList();
    }

    /**
     * A value that satisfied a clause.
     *
     * @param event which of the detection's steps, from 0
     * @param value Boolean, Long, Double or String
     * @param clause the clause as it is written in the rule
     */
    public record MatchedClause(int event, String field, Object value, String clause) {}
}
