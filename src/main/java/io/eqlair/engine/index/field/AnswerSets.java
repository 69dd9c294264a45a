package io.eqlair.engine.index.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Sets of ids, each kept once and known by a number, and what becomes of one when others are added to it:
 *
 * <pre>
 * 0 = {}   1 = {4, 9}   2 = {4, 7, 9}        0 + addition 5 = 1,  1 + addition 8 = 2
 * </pre>
 *
 * <p>Forgets all but the first when there are too many. Not thread-safe.
 */
final class AnswerSets {

    /** The set that is always there. */
    static final int FIRST = 0;

    /** Of sets, and of sums. */
    private static final int MOST = 4_096;

    private static final int USUAL_BITS = 6;
    private static final long MIX = 0x9e37_79b9_7f4a_7c15L;

    private final int[] first;
    private final List<int[]> sets = new ArrayList<>();
    private final Map<Ints, Integer> numbers = new HashMap<>();

    /** A table of twice as many cells as sums or more: in the cell that its hash says, or one behind, a sum, plus one. */
    private long[] sums = new long[1 << USUAL_BITS];

    /** By cell: the set that the sum is. */
    private int[] results = new int[1 << USUAL_BITS];

    private int shift = Long.SIZE - USUAL_BITS;
    private int sumCount;

    AnswerSets(int[] first) {
        this.first = first;
        clear();
    }

    /** The ids of a set. */
    int[] ids(int number) {
        return sets.get(number);
    }

    /** The array that is kept for a set. */
    int[] shared(int[] ids) {
        return sets.get(number(ids));
    }

    /**
     * The number of the set that has more ids than another.
     *
     * @param addition a number for the ids that are added, always the same for the same ids
     */
    int with(int set, int addition, int[] ids) {
        long sum = (((long) set << Integer.SIZE) | addition) + 1;
        int cell = cell(sum);
        return sums[cell] == sum ? results[cell] : add(sum, sets.get(set), ids);
    }

    private int add(long sum, int[] set, int[] ids) {
        int[] union = IntStream.concat(Arrays.stream(set), Arrays.stream(ids))
                .sorted()
                .distinct()
                .toArray();
        if (sumCount == MOST || sets.size() == MOST) {
            clear();
            return number(union);
        }
        if (2 * ++sumCount > sums.length) {
            grow();
        }
        int number = number(union);
        put(sum, number);
        return number;
    }

    private int number(int[] ids) {
        if (sets.size() == MOST) {
            clear();
        }
        Integer known = numbers.putIfAbsent(new Ints(ids), sets.size());
        if (known == null) {
            sets.add(ids);
        }
        return known == null ? sets.size() - 1 : known;
    }

    /** Forgets all sets but the first. */
    void clear() {
        sets.clear();
        numbers.clear();
        Arrays.fill(sums, 0);
        sumCount = 0;
        number(first);
    }

    private void grow() {
        long[] earlierSums = sums;
        int[] earlierResults = results;
        sums = new long[2 * earlierSums.length];
        results = new int[sums.length];
        shift--;
        for (int cell = 0; cell < earlierSums.length; cell++) {
            if (earlierSums[cell] != 0) {
                put(earlierSums[cell], earlierResults[cell]);
            }
        }
    }

    private void put(long sum, int number) {
        int cell = cell(sum);
        sums[cell] = sum;
        results[cell] = number;
    }

    private int cell(long sum) {
        int cell = (int) ((sum * MIX) >>> shift);
        while (sums[cell] != 0 && sums[cell] != sum) {
            cell = (cell + 1) & (sums.length - 1);
        }
        return cell;
    }
}
