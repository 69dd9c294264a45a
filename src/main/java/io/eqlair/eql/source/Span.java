package io.eqlair.eql.source;

/**
 * A stretch of a query's text.
 *
 * @param start offset of its first UTF-16 unit, from 0
 * @param end offset after its last unit; equal to {@code start} where the stretch is empty
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span must not be negative: " + start + ".." + end);
        }
    }

    /** The stretch from the start of this one to the end of another. */
    public Span to(Span last) {
        return new Span(start, Math.max(end, last.end));
    }
}
