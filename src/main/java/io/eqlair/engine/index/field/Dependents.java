package io.eqlair.engine.index.field;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Gates, or ends, for which another gate must be open, in the order of that gate's mark. A mark is one of 64 bits, so that
 * some gates share one. The marks of all open gates together tell quickly for which of the dependents it is worth looking,
 * which mostly is for none. Immutable.
 */
final class Dependents {

    /** The marks of the gates on which they depend. */
    private final long marks;

    /** By position of a mark among these: its first dependent; one more for the end of the last. */
    private final int[] firsts;

    private final int[] numbers;
    private final int[] befores;
    private final int[] lengths;

    /** Of some steps, those that are not free. */
    Dependents(int[] some, Steps steps) {
        List<Integer> sorted = Arrays.stream(some)
                .filter(step -> !steps.isFree(step))
                .boxed()
                .sorted(Comparator.comparing(step -> mark(steps.before(step)), Long::compareUnsigned))
                .toList();
        marks = sorted.stream().mapToLong(step -> mark(steps.before(step))).reduce(0, (a, b) -> a | b);
        numbers = sorted.stream().mapToInt(Integer::intValue).toArray();
        befores = Arrays.stream(numbers).map(steps::before).toArray();
        lengths = Arrays.stream(numbers).map(steps::length).toArray();
        firsts = new int[Long.bitCount(marks) + 1];
        for (int i = 0; i < befores.length; i++) {
            firsts[position(mark(befores[i])) + 1] = i + 1;
        }
    }

    static long mark(int gate) {
        return 1L << gate;
    }

    boolean isEmpty() {
        return marks == 0;
    }

    /** Those of some marks on which there are dependents. */
    long common(long some) {
        return marks & some;
    }

    /** The first dependent on a mark. */
    int first(long mark) {
        return firsts[position(mark)];
    }

    /** Behind the last dependent on a mark. */
    int behind(long mark) {
        return firsts[position(mark) + 1];
    }

    private int position(long mark) {
        return Long.bitCount(marks & (mark - 1));
    }

    /** The gate or end that a dependent is. */
    int number(int dependent) {
        return numbers[dependent];
    }

    /** The gate that must be open. */
    int before(int dependent) {
        return befores[dependent];
    }

    /** The length of the piece. */
    int length(int dependent) {
        return lengths[dependent];
    }
}
