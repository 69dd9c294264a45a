/**
 * Rules as people write them: TOML files in the format of elastic/detection-rules, read into checked {@link
 * io.eqlair.rule.Rule}s.
 *
 * <p>The way of a file:
 *
 * <pre>
 * locations --RuleLocations--> bytes --RuleFileReader--> RuleFile: Loaded(Rule, ...)      ready for its query to be compiled
 *                                                                | Rejected(problems)    every problem of the file at once
 *                                                                | Unsupported(problem)  a type of rule that is not EQL
 * </pre>
 *
 * <p>The TOML parser gives no positions of values. Where something is wrong, {@code TomlLocator} reads the same text a
 * second time and notes where each value begins, by its path:
 *
 * <pre>
 * [rule]                         rule                       1:1
 * name = "Netcat"                rule.name                  2:8
 * tags = ["a", "b"]              rule.tags, .tags[0], [1]   3:8  3:9  3:14
 * query = '''                    rule.query                 4:9   (its text begins at 5:1: {@link io.eqlair.rule.QueryPlace})
 * [[rule.threat]]                rule.threat[0]             7:1
 * </pre>
 *
 * <p>Files are read on all cores, and so are their queries checked: {@code CheckedFile}. The rules that are in order are
 * then compiled together, once: {@link io.eqlair.rule.RuleCatalog}.
 *
 * <p>While they run, {@link io.eqlair.rule.RuleCosts} looks at what they cost. One that costs more than it may is told, or put
 * into quarantine: {@link io.eqlair.rule.LiveRules} goes on without it.
 *
 * <p>What a key means is decided here and nowhere else: {@code RuleReader} takes each key that the model knows, and what
 * it leaves is kept in {@link io.eqlair.rule.Rule#other()}. Unknown keys are never an error. The query stays text: this
 * package does not know the language.
 */
@NullMarked
package io.eqlair.rule;

import org.jspecify.annotations.NullMarked;
