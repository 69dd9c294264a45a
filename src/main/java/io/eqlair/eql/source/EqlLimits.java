package io.eqlair.eql.source;

/**
 * How large a query may be. A message about a limit quotes it.
 *
 * @param length UTF-16 units of text
 * @param depth parentheses, calls, negations and chained arithmetic within each other
 * @param listItems members of one list
 * @param stages items of a sequence or sample once {@code runs} is written out
 */
public record EqlLimits(int length, int depth, int listItems, int stages) {

    /** Far above the largest rules in the field, far below what would hurt. */
    public static final EqlLimits DEFAULT = new EqlLimits(262_144, 250, 10_000, 1_000);

    public EqlLimits {
        if (Math.min(Math.min(length, depth), Math.min(listItems, stages)) < 1) {
            throw new IllegalArgumentException(
                    "limits must be positive: " + length + ", " + depth + ", " + listItems + ", " + stages);
        }
    }
}
