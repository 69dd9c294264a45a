/**
 * All predicates about one field as one matcher: which of them a value satisfies.
 *
 * <p>It remembers the answers for values that recur, by their bytes. For others it cuts the patterns at their
 * stars, finds the pieces of all of them in one pass over the bytes, by an automaton that is built as far as values need it,
 * and notes which pieces followed on each other ({@link io.eqlair.engine.index.field.PieceTrie}). Were the stars left in the
 * automaton, it would need a state for each set of pieces that can have been seen. For {@code nc*.exe} = 7, {@code nc} = 8,
 * in which case counts, and {@code *C.*} = 9, in which it does not:
 *
 * <pre>
 * gate 1   behind nc if gate 0 is open, which it always is
 * gate 2   behind C. if gate 0 is open: 9 holds
 * end 0    .exe if gate 1 is open: 7 holds
 * end 1    nc if gate 0 is open: 8 holds
 *
 * state   begun           others  .  C  c  e  n  x
 *   1     (the start)          2  3  4  4  2  5  2
 *   2     nothing              2  3  4  4  2  2  2
 *   4     C.                   2  7  4  4  2  2  2
 *   5     nc                   2  3  4  8  2  2  2
 *   7     C. done, .exe        2  3  4  4  6  2  2     opens gate 2
 *   8     nc done, C.          2  7  4  4  2  2  2     opens gate 1; here end 1 counts
 *  10     .exe done            2  3  4  4  2  2  2     here end 0 counts
 * </pre>
 *
 * <p>Regular expressions are few and are asked one after the other, by a matcher of their own.
 */
@NullMarked
package io.eqlair.engine.index.field;

import org.jspecify.annotations.NullMarked;
