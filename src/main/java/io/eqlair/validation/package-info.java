/**
 * Says all that is wrong with rules, and what their authors may not expect of them, before the rules are put in force.
 *
 * <p>The errors are those that keep a rule from running; {@link io.eqlair.catalog.RuleCatalog} finds them. For rules that
 * can be read there are warnings besides, each from a small class of its own: a check of the file works on a {@link
 * io.eqlair.rule.RuleFile.Loaded}, a check of the query on what was read of it, with the places in the text.
 *
 * <pre>
 * bytes --RuleBundle--> files --RuleCatalog--> an entry for each, with its errors
 *                             --checks------> warnings
 *       --RuleValidator--> Validation: an entry and its problems, in the order of the file
 *
 * query = 'process where proces.name == "nc*"'
 *                        |               |
 *                        |               warning: `==` compares with the character `*` itself
 *                        warning: `proces.name` is not in ECS; did you mean `process.name`?
 * </pre>
 *
 * <p>Warnings are claims, and a claim that is wrong costs more trust than one that is missing: where a check is not sure it
 * says nothing. Whether a condition can be true at all is decided in {@link io.eqlair.validation.truth}.
 */
@NullMarked
package io.eqlair.validation;

import org.jspecify.annotations.NullMarked;
