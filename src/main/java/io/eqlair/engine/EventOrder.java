package io.eqlair.engine;

import io.eqlair.eql.value.Values;
import io.eqlair.event.Event;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The order of events: by timestamp, then by tie-breaker, an event without one after those with one,
 * numbers before strings. Events that are
 * equal keep the order of their arrival when a stable sort is used.
 */
enum EventOrder implements Comparator<Event> {
    INSTANCE;

    @Override
    public int compare(Event a, Event b) {
        int byTime = Long.compare(a.timestamp(), b.timestamp());
        return byTime != 0 ? byTime : compareTiebreakers(a.tiebreaker(), b.tiebreaker());
    }

    private static int compareTiebreakers(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        Integer comparison = Values.compare(a, b);
        return comparison == null ? Boolean.compare(a instanceof String, b instanceof String) : comparison;
    }
}
