package io.eqlair.event;

/**
 * How large an event may be. A message about a limit quotes it.
 *
 * @param bytes of one document
 * @param depth of objects and arrays within each other
 * @param fields members of objects and elements of arrays, all together
 */
public record EventLimits(int bytes, int depth, int fields) {

    /** Room for the largest documents in the field, some hundreds of kilobytes, several times over. */
    public static final EventLimits DEFAULT = new EventLimits(5 * 1024 * 1024, 100, 100_000);
}
