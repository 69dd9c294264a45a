package io.eqlair.store;

/**
 * How much a call may read.
 *
 * @param page alerts of a list
 * @param scanned alerts whose documents are read for what only they can answer
 * @param bytes of the documents of a list; one alert may be larger
 */
public record QueryLimits(int page, int scanned, long bytes) {

    public static final QueryLimits DEFAULT = new QueryLimits(1_000, 10_000, 64 << 20);
}
