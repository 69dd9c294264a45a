package io.eqlair.engine.index;

/**
 * How much an index may keep of what it has seen. What is beyond is found all the same, only slower.
 *
 * @param indices whose routes are remembered, by each matcher
 * @param routes sets of stages that indices are shown to
 * @param buckets in all
 * @param entries of all buckets' tables together
 * @param firstChoice how many events are looked at before terms are chosen anew for the first time; then twice as many, and so
 *     on
 */
record IndexBounds(int indices, int routes, int buckets, int entries, int firstChoice) {

    /** 16 MiB of tables; more routes than the field's patterns tell apart. */
    static final IndexBounds DEFAULT = new IndexBounds(1_000, 1_000, 4_096, 1 << 22, 512);

    /** How many buckets there may be, each with a table of so many entries. */
    int buckets(int entriesOfEach) {
        return Math.min(buckets, Math.max(1, entries / Math.max(1, entriesOfEach)));
    }
}
