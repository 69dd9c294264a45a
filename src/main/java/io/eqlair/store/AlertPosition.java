package io.eqlair.store;

/**
 * A place in a sorted list of alerts: just behind one of them, whether that is still there or not.
 *
 * @param value what the list is sorted by, of that alert; its number where the list is in the order of storing
 * @param seq its number
 */
public record AlertPosition(long value, long seq) {

    /** A place in the order of storing: behind the alert with a number. */
    public static AlertPosition behind(long seq) {
        return new AlertPosition(seq, seq);
    }
}
