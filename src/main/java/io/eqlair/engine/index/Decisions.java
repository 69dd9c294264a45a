package io.eqlair.engine.index;

/**
 * The conditions of all stages as branching programs: what to ask, and where to go on.
 *
 * <pre>
 * process.name : "nc.exe" and not (user.id == "S-1-5-18" or process.args_count &lt; 2)
 *
 *  at   predicate   if true   if false
 *   0   2           3         NO
 *   3   7           NO        6
 *   6   8           NO        YES
 * </pre>
 *
 * @param code triples: a predicate's number, where to go on if it is true, and if it is false
 * @param entries where each stage begins, by its number
 * @param costs what asking each stage costs on average, in nanoseconds on a machine of today
 */
@SuppressWarnings("ArrayRecordComponent") // read millions of times a second
record Decisions(int[] code, int[] entries, double[] costs) {

    /** Where a program ends. */
    static final int YES = -1;

    static final int NO = -2;
}
