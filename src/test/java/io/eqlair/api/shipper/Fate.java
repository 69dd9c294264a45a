package io.eqlair.api.shipper;

import java.util.SortedSet;

/** What becomes of a batch, once its shipper has read the answer. */
sealed interface Fate {

    /** The shipper forgets it: all is well. */
    record Acknowledged() implements Fate {}

    /**
     * The answer is read event by event. Those that are in neither set are acknowledged.
     *
     * @param retried positions of events that are sent again
     * @param dropped positions of events that are given up, or laid aside for people
     */
    record ByItem(SortedSet<Integer> retried, SortedSet<Integer> dropped) implements Fate {}

    /** All of it is sent again, until it is taken. */
    record RetriedWhole() implements Fate {}

    /** Its halves are sent. */
    record Split() implements Fate {}

    /** The program that gave it to a library is told, and has to know what to do. */
    record Raised() implements Fate {}

    /** It is given up, and the shipper's log says so, or a file has it. */
    record Dropped() implements Fate {}
}
