package io.eqlair.engine;

import io.eqlair.engine.Detection.MatchedClause;
import io.eqlair.engine.sequence.KeyedItems;
import io.eqlair.event.StoredEvent;
import java.util.List;

/**
 * What an event matches by itself, before time and other events come into it.
 *
 * @param hits by rule, in the order of the rules
 */
public record Finding(StoredEvent event, List<Hit> hits) {

    public Finding {
        hits = List.copyOf(hits);
    }

    /** A rule of which the event matches something. */
    sealed interface Hit {

        /** Its number in the rule set. */
        int rule();

        /** All of a rule that a single event suffices for. */
        record Whole(int rule, List<MatchedClause> clauses) implements Hit {}

        /** Items of a rule that takes several events. */
        record Items(int rule, List<KeyedItems> keyed) implements Hit {}
    }
}
