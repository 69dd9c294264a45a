/**
 * MITRE ATT&amp;CK: what rules say of it, and how much of it they cover.
 *
 * <pre>
 * attack/enterprise.tsv --AttackMatrix--> tactics and techniques of one version, by id
 * a rule's threat ------ThreatCheck-----> warnings: unknown, revoked, under a tactic that does not own it, …
 * rules, their alerts --Coverage--------> tactics, below them techniques, below them rules
 * Coverage -------------NavigatorLayer--> the same as a layer that the ATT&amp;CK Navigator opens
 * </pre>
 *
 * <p>The table is of one version, and rules are of every age: version 19 splits a tactic that the rules of years stand
 * under. So the table never overrules a rule. What it lacks is shown as the rule has it, with a flag, and a warning says
 * that the table of this version does not know it, not that it does not exist.
 *
 * <p>The table is lines of four columns, a kind and what it needs:
 *
 * <pre>
 * version      18.0
 * tactic       TA0002     execution      Execution
 * current      T1059.004  TA0002         Unix Shell
 * revoked      T1086      T1059.001      PowerShell
 * deprecated   T1064                     Scripting
 * </pre>
 */
@NullMarked
package io.eqlair.attack;

import org.jspecify.annotations.NullMarked;
