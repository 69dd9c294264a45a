package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.util.List;

/**
 * Decides whether a completed sequence stands, given when the events occurred that must be missing.
 *
 * <p>Only whole milliseconds count. With the sequence's first and last event and maxspan S:
 *
 * <ul>
 *   <li>between two of its events, a missing event may not occur strictly between their times;
 *   <li>let L be the latest occurrence before the first event of any that must be missing before it, and R the earliest
 *       after the last event of any that must be missing after it. Only L: stands if last - L &gt; S. Only R: stands if R -
 *       first &gt; S. Both: stands if R - L &gt; S, for then some window of length S holds the sequence and misses both.
 * </ul>
 *
 * <p>Where something must be missing afterwards, the answer is not known before its window has passed.
 */
final class MissingEvents {

    /** A missing item, and the number of events that must be there before it. */
    record Place(int item, int before) {}

    /** What is known of a sequence when its last event has come. */
    sealed interface Verdict {}

    /** It does not stand. */
    record Refused() implements Verdict {}

    /** It stands. */
    record Stands() implements Verdict {}

    /**
     * It stands if nothing occurs up to a time.
     *
     * @param deadline milliseconds since 1970, inclusive
     */
    record StandsAfter(long deadline) implements Verdict {}

    private static final Verdict REFUSED = new Refused();
    private static final Verdict STANDS = new Stands();
    private static final long NANOS = 1_000_000;

    private final List<Place> places;
    private final int events;
    private final long maxspan;
    private final boolean leading;
    private final boolean trailing;

    /**
     * Missing items of one query.
     *
     * @param events how many events must be there
     * @param maxspan in milliseconds
     */
    MissingEvents(List<Place> places, int events, long maxspan) {
        this.places = List.copyOf(places);
        this.events = events;
        this.maxspan = maxspan;
        this.leading = places.stream().anyMatch(place -> place.before() == 0);
        this.trailing = places.stream().anyMatch(place -> place.before() == events);
    }

    List<Place> places() {
        return places;
    }

    /** In milliseconds. */
    long maxspan() {
        return maxspan;
    }

    /** Judges a sequence when all that happened up to its last event is known. */
    Verdict judge(List<StoredEvent> sequence, Occurrences occurrences) {
        long first = millis(sequence.getFirst());
        long last = millis(sequence.getLast());
        if (occursBetween(sequence, occurrences)) {
            return REFUSED;
        }
        long before = leading ? latestBefore(first, occurrences) : Long.MIN_VALUE;
        boolean occursBefore = before != Long.MIN_VALUE;
        if (!trailing) {
            return occursBefore && last - before <= maxspan ? REFUSED : STANDS;
        }
        if (!leading) {
            return new StandsAfter(first + maxspan);
        }
        return occursBefore && before + maxspan >= last ? new StandsAfter(before + maxspan) : STANDS;
    }

    /** Whether nothing occurred after the last event up to the deadline; asked when all of that time is known. */
    boolean standsAt(long deadline, StoredEvent last, Occurrences occurrences) {
        long end = millis(last);
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).before() == events && occurrences.firstAfter(i, end) <= deadline) {
                return false;
            }
        }
        return true;
    }

    private boolean occursBetween(List<StoredEvent> sequence, Occurrences occurrences) {
        for (int i = 0; i < places.size(); i++) {
            int before = places.get(i).before();
            boolean between = before > 0 && before < events;
            if (between && occurrences.firstAfter(i, millis(sequence.get(before - 1))) < millis(sequence.get(before))) {
                return true;
            }
        }
        return false;
    }

    private long latestBefore(long time, Occurrences occurrences) {
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).before() == 0) {
                latest = Math.max(latest, occurrences.lastBefore(i, time));
            }
        }
        return latest;
    }

    static long millis(StoredEvent event) {
        return Math.floorDiv(event.timestamp(), NANOS);
    }
}
