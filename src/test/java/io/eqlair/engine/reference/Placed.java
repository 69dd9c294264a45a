package io.eqlair.engine.reference;

import io.eqlair.event.Event;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event at its place in time.
 *
 * @param rank its position among all events, from 0; "before" means a lower rank
 */
record Placed(int rank, Event event) {

    private static final int NANOS_PER_MILLI = 1_000_000;

    /** The order of time; what is still equal stays in the order of arrival. */
    static final Comparator<Event> ORDER = Comparator.<Event>comparingLong(
                    event -> event.stored().timestamp())
            .thenComparing(event -> event.stored().tiebreaker(), Placed::compareTiebreakers);

    /** Puts events in order that are listed as they arrived. */
    static List<Placed> inOrder(List<Event> arrived) {
        return asTheyCame(arrived.stream().sorted(ORDER).toList());
    }

    /** Takes the order of the list for the order of time. */
    static List<Placed> asTheyCame(List<Event> events) {
        List<Placed> placed = new ArrayList<>();
        events.forEach(event -> placed.add(new Placed(placed.size(), event)));
        return placed;
    }

    String id() {
        return event.stored().id();
    }

    long nanos() {
        return event.stored().timestamp();
    }

    long millis() {
        return Math.floorDiv(nanos(), NANOS_PER_MILLI);
    }

    boolean isBefore(Placed other) {
        return rank < other.rank;
    }

    /** Numbers, then texts, then none. */
    private static int compareTiebreakers(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return new BigDecimal(x.toString()).compareTo(new BigDecimal(y.toString()));
        }
        return a instanceof String x && b instanceof String y ? x.compareTo(y) : Integer.compare(kind(a), kind(b));
    }

    private static int kind(@Nullable Object tiebreaker) {
        return tiebreaker == null ? 2 : tiebreaker instanceof String ? 1 : 0;
    }
}
