/**
 * Which rules an event matches, without asking each.
 *
 * <p>What rules ask is taken apart into predicates, each kept once and numbered ({@link io.eqlair.engine.index.PredicateTable}):
 *
 * <pre>
 * 0  host.os.type == "windows"            asked by stages 0, 1
 * 1  event.type == "start"                asked by stages 0, 1
 * 2  process.name : "nc.exe"              asked by stage 0
 * 3  process.args : ("-e*", "/c")         asked by stages 0, 1
 * </pre>
 *
 * <p>An event is first put into a {@link io.eqlair.engine.index.Bucket} by its index and by what is true of the few fields
 * that nearly every rule asks: category, operating system, event type. A bucket holds the stages that these answers leave
 * possible, made when the first such event comes, and for each of them a required term: predicates of which at least one
 * must be true, chosen so that they are rarely true and cheap to find out.
 *
 * <pre>
 * bucket (logs-endpoint.events.process-default; 0, 1)
 *   fields to look at   process.name, process.args
 *   2 → stage 0         nobody is asked unless the name is nc.exe …
 *   3 → stage 1         … or an argument fits
 *   always              no stage
 * </pre>
 *
 * <p>The values of a field to look at go through its {@link io.eqlair.engine.index.FieldMatcher}, one matcher for all
 * predicates of that field, whose answer is remembered for the event. The stages found are asked in full: their conditions
 * are branching programs over predicate numbers ({@link io.eqlair.engine.index.DecisionCompiler}), what is cheap and
 * decisive first, and other fields are only looked at when such a program gets that far.
 *
 * <p>A field matcher remembers the answers for values that recur, by their bytes. For others it cuts the patterns at their
 * stars, finds the pieces of all of them in one pass over the bytes, by an automaton that is built as far as values need it,
 * and notes which pieces followed on each other ({@link io.eqlair.engine.index.PieceTrie}). Were the stars left in the
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
 * <p>How often a predicate is true is learned from some of the events ({@link io.eqlair.engine.index.Frequencies}); terms
 * and the order of conditions are chosen anew when more is known, and when the rules change.
 */
@NullMarked
package io.eqlair.engine.index;

import org.jspecify.annotations.NullMarked;
