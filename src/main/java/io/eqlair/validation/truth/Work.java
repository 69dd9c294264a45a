package io.eqlair.validation.truth;

/** How many steps may still be made, so that no rule, however it is written, holds up others. Not thread-safe. */
final class Work {

    private int left;

    Work(int steps) {
        this.left = steps;
    }

    /** Takes steps, whether or not so many are left; false once none are. */
    boolean spend(int steps) {
        left -= Math.min(left, steps);
        return left > 0;
    }
}
