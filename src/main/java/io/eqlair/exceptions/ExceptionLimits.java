package io.eqlair.exceptions;

/**
 * How much exceptions may be. A message about a limit quotes it.
 *
 * @param items exceptions in all
 * @param itemBytes of one exception as JSON
 * @param entries of one exception, groups among them
 * @param depth of groups within each other
 * @param values of one entry
 * @param text UTF-16 units of a name, a field, a value or an id
 * @param comment UTF-16 units of a comment
 * @param fields that all exceptions read together: each is kept of every event
 * @param lists value lists in all
 * @param listValues of one value list
 * @param allListValues of all value lists together
 * @param listBytes of one value list
 * @param importBytes of one import
 */
public record ExceptionLimits(
        int items,
        int itemBytes,
        int entries,
        int depth,
        int values,
        int text,
        int comment,
        int fields,
        int lists,
        int listValues,
        int allListValues,
        int listBytes,
        int importBytes) {

    /** Far above what people keep by hand. */
    public static final ExceptionLimits DEFAULT = new ExceptionLimits(
            10_000,
            2_097_152,
            1_000,
            20,
            10_000,
            32_768,
            65_536,
            5_000,
            1_000,
            100_000,
            2_000_000,
            16_777_216,
            67_108_864);
}
