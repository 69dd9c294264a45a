/**
 * The rules in force: what became of each file that was loaded, which rules events are shown to, and what they cost.
 *
 * <pre>
 * RuleLoad --CheckedFile--> queries checked, each by itself, on all cores
 *          --RuleCatalog--> an entry with a state for each file; the active rules compiled together, once
 *          --LiveRules----> in force: a session that begins from now on is shown to these
 * </pre>
 *
 * <p>While they run, {@link io.eqlair.catalog.RuleCosts} looks at what they cost. One that costs more than it may is told, or
 * put into quarantine: {@link io.eqlair.catalog.LiveRules} goes on without it.
 */
@NullMarked
package io.eqlair.catalog;

import org.jspecify.annotations.NullMarked;
