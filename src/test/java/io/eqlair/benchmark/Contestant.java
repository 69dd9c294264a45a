package io.eqlair.benchmark;

/** Something that is shown events in a race. For one thread. */
interface Contestant {

    String name();

    /**
     * Takes the documents from one position to another, in their order.
     *
     * @return what {@link #counts} says
     */
    long take(byte[][] documents, int from, int to);

    /** What is counted: contestants that count the same must come to the same number. */
    Counted counts();

    /** In how many of the slices of a round it takes part; the slow ones would hold up the others. */
    default int everySlice() {
        return 1;
    }

    /** What a contestant counts. */
    enum Counted {
        TOKENS,
        EVENTS,
        CANDIDATES,
        /** Pairs of an event and a rule, or an item of a sequence, that it satisfies. */
        MATCHES,
        /** What rules detect: one for each match of an event rule, and completed sequences. */
        DETECTIONS
    }
}
