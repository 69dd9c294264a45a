package io.eqlair.engine.sequence;

/**
 * Which of a query's items an event matches for one key, as bits. The items of a query, {@code until} among them, are
 * at most {@link #MOST}.
 */
public final class Items {

    /** As many as a long has bits; the longest queries of the field have fewer than ten before {@code runs}. */
    static final int MOST = Long.SIZE;

    private Items() {}

    public static long bit(int item) {
        return 1L << item;
    }

    static boolean contains(long items, int item) {
        return (items & bit(item)) != 0;
    }
}
