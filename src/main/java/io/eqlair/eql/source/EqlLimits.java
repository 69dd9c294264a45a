package io.eqlair.eql.source;

import java.util.stream.IntStream;

/**
 * How large a query may be. A message about a limit quotes it.
 *
 * @param length UTF-16 units of text
 * @param depth parentheses, calls, negations and chained arithmetic within each other
 * @param listItems members of one list
 * @param items of one sequence or sample, {@code until} not counted; an engine keeps a bit for each
 * @param stages items once {@code runs} is written out
 */
public record EqlLimits(int length, int depth, int listItems, int items, int stages) {

    /** Far above the largest rules in the field, far below what would hurt: this deep, half a megabyte of stack is enough. */
    public static final EqlLimits DEFAULT = new EqlLimits(262_144, 100, 10_000, 63, 1_000);

    public EqlLimits {
        int least = IntStream.of(length, depth, listItems, items, stages).min().orElseThrow();
        if (least < 1 || items > 63) {
            throw new IllegalArgumentException(
                    "limits must be positive, and items at most 63: " + least + ", " + items);
        }
    }
}
