/**
 * One rule, as people write it in the format of elastic/detection-rules, read into a checked {@link io.eqlair.rule.Rule}.
 *
 * <pre>
 * bytes --RuleFileReader--> RuleFile: Loaded(Rule, ...)      ready for its query to be compiled
 *                                   | Rejected(problems)    every problem of the file at once
 *                                   | Unsupported(problem)  a type of rule that is not EQL
 * </pre>
 *
 * <p>What a key means is decided here and nowhere else: {@code RuleReader} takes each key that the model knows, and what
 * it and the readers of its parts leave is kept in {@link io.eqlair.rule.Rule#other()}. Unknown keys are never an error. The query stays text: this
 * package does not know the language. A file that nobody called a rule may be something else: that is a {@link
 * io.eqlair.rule.Discovery}. How files are written, and where in them something stands, is the business of {@code
 * format}.
 */
@NullMarked
package io.eqlair.rule;

import org.jspecify.annotations.NullMarked;
