package io.eqlair.eql.analysis;

/**
 * {@code | head N} or {@code | tail N}.
 *
 * @param end which end of the results is kept
 * @param count how many, from 0
 */
public record Limit(End end, int count) {

    /** The two ends of a list of results in ascending order. */
    public enum End {
        HEAD,
        TAIL
    }
}
