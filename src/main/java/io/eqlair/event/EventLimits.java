package io.eqlair.event;

/**
 * How large an event may be. A message about a limit quotes it.
 *
 * @param bytes of one document
 * @param depth of objects and arrays within each other
 */
public record EventLimits(int bytes, int depth) {

    /** Room for the largest documents in the field, some hundreds of kilobytes, several times over. */
    public static final EventLimits DEFAULT = new EventLimits(5 * 1024 * 1024, 100);
}
