/**
 * The rules in force: what became of each file that was loaded, which rules events are shown to, what they cost, and how all
 * that changes while events flow.
 *
 * <pre>
 * FetchedRules --CheckedFiles--> queries checked, each by itself, on all cores; those that are known from the last load are not
 *                                read again. What was set for a rule is laid over it, and what was put through the API wins
 *              --LastGood------> what is not in order any more goes on as it was
 *              --RuleCatalog---> an entry with a state for each file; the active rules compiled together, once
 *              --LiveRules-----> in force: a session that begins from now on is shown to these
 * </pre>
 *
 * <p>{@link io.eqlair.catalog.RuleWatch} notices files that change and has them loaded. {@link
 * io.eqlair.catalog.RuleEditor} puts, changes and removes single rules. Each load leaves a {@link
 * io.eqlair.catalog.Reload} that says what it changed:
 *
 * <pre>
 * before                          file now                            after
 * a.toml  active                  a.toml  active, another query       a active        changed: [a]
 * b.toml  active                  b.toml  `=` in its query            b active        stale:   [b], as it was before
 * c.toml  active                                                                      removed: [c]
 *                                 d.toml  `=` in its query            d rejected
 * </pre>
 *
 * <p>While they run, {@link io.eqlair.catalog.RuleCosts} looks at what they cost. One that costs more than it may is told, or
 * put into quarantine: {@link io.eqlair.catalog.LiveRules} goes on without it.
 */
@NullMarked
package io.eqlair.catalog;

import org.jspecify.annotations.NullMarked;
