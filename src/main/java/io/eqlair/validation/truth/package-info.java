/**
 * Whether a condition is true of every event, of none, or of some, as far as its text shows.
 *
 * <p>{@link io.eqlair.validation.truth.Decision} goes through {@code and} with what it has learned so far, the facts:
 * each operand that is a predicate, or the negation of one, is a fact for those behind it. A fact settles what follows
 * from it; {@code or} is {@code and} upside down.
 *
 * <pre>
 * process.name : "cmd.exe" and not process.name : ("cmd.exe", "powershell.exe")
 *
 * fact      process.name : "cmd.exe" holds
 * follows   process.name : ("cmd.exe", "powershell.exe") holds   each pattern of the first is one of the second
 * hence     not … is never true here, nor is the whole
 * </pre>
 *
 * <p>Fields may have several values, so {@code n == 1 and n == 2} can be true: what follows from a fact is only what every
 * value that satisfies the one predicate does for the other. Where in doubt the answer is {@code DEPENDS}.
 */
@NullMarked
package io.eqlair.validation.truth;

import org.jspecify.annotations.NullMarked;
