/**
 * Why an event matches a rule, or does not.
 *
 * <p>An {@link io.eqlair.explain.Explainer} reads the text of a checked rule once more and keeps its conditions as they were
 * written: {@code and}, {@code or}, {@code not}, and everything else as leaves. Analysis folds constants and knows null, so the
 * verdict of a part cannot be told from the verdicts of its own parts. Hence each part is analyzed and compiled by itself, and
 * each is asked the event, even where the engine would have known enough without it. The root is what the engine asks, so it
 * says what the engine says.
 *
 * <pre>
 * process where process.name == "NC" and process.args : "-l"      {"event.category": "process", "process.name": "nc"}
 *
 * and                               false
 *   category  process               true
 *   and                             false
 *     leaf    process.name == "NC"  false   case differs   process.name = [nc]
 *     leaf    process.args : "-l"   false   absent         process.args = []
 * </pre>
 *
 * <p>A rule of several events has such a tree for each item, and the keys that the event has for it. For each key the live
 * engine is asked what is pending, so that the answer can say that the event is an item nobody waits for. Nothing here
 * changes what the engine remembers.
 */
@NullMarked
package io.eqlair.explain;

import org.jspecify.annotations.NullMarked;
