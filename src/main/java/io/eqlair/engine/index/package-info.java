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
 * <p>The values of a field to look at go through one matcher for all predicates of that field
 * ({@link io.eqlair.engine.index.field}), whose answer is remembered for the event. The stages found are asked in full: their conditions
 * are branching programs over predicate numbers ({@link io.eqlair.engine.index.DecisionCompiler}), what is cheap and
 * decisive first, and other fields are only looked at when such a program gets that far.
 *
 * <p>How often a predicate is true is learned from some of the events ({@link io.eqlair.engine.index.Frequencies}); terms
 * and the order of conditions are chosen anew when more is known, and when the rules change.
 */
@NullMarked
package io.eqlair.engine.index;

import org.jspecify.annotations.NullMarked;
