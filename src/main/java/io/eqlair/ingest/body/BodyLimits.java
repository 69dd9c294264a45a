package io.eqlair.ingest.body;

/**
 * How much a body may become. Messages quote these.
 *
 * @param bytes of it, unpacked
 * @param ratio so many times what it was packed; only asked once it is large ({@link #RATIO_FROM})
 */
public record BodyLimits(long bytes, int ratio) {

    /** Logs pack 10 to 30 times; one line over and over, with gzip, at most a thousand times. */
    public static final int RATIO = 200;

    /** Of the caller's own files. */
    public static final BodyLimits NONE = new BodyLimits(Long.MAX_VALUE, Integer.MAX_VALUE);

    /** So many unpacked bytes do no harm, however few they were before. */
    static final long RATIO_FROM = 1 << 20;

    public BodyLimits {
        if (bytes < 1 || ratio < 1) {
            throw new IllegalArgumentException("limits must be positive: " + bytes + ", " + ratio);
        }
    }

    /** Limits with the usual ratio. */
    public static BodyLimits of(long bytes) {
        return new BodyLimits(bytes, RATIO);
    }
}
