package io.eqlair.engine.index.field;

import java.util.List;

/** Gates, or ends, by their numbers. Immutable. */
final class Steps {

    /** The gate before the first piece, which is always open. */
    static final int OPEN = 0;

    private final int[] befores;
    private final int[] lengths;
    private final int[][] ids;

    Steps(List<Step> steps) {
        befores = steps.stream().mapToInt(Step::before).toArray();
        lengths = steps.stream().mapToInt(Step::length).toArray();
        ids = steps.stream()
                .map(step -> step.ids().stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    int count() {
        return befores.length;
    }

    /** The gate that must have been open where the piece began. */
    int before(int number) {
        return befores[number];
    }

    /** Whether no gate must have been open. */
    boolean isFree(int number) {
        return befores[number] == OPEN;
    }

    /** The length of the piece. */
    int length(int number) {
        return lengths[number];
    }

    /** The ids of the predicates that hold then. */
    int[] ids(int number) {
        return ids[number];
    }
}
