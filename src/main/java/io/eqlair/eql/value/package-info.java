/**
 * The values of the language and the meaning of its operators.
 *
 * <p>A value is a plain Java object, so that reading a field of an event costs no wrapper:
 *
 * <pre>{@code
 * null      null, or a field without a value
 * true      Boolean
 * 42        Long
 * 1.5       Double; also an integer that does not fit 64 bits
 * "cmd"     String
 * }</pre>
 *
 * <p>{@link io.eqlair.eql.value.Values} is the one place that says what operators do with them. It is three-valued:
 * null in, null out. What cannot be computed, such as {@code 1 / 0}, is an {@link io.eqlair.eql.value.EvaluationError},
 * which whoever evaluates a condition turns into null and counts.
 *
 * <p>Case is folded in one way everywhere ({@link io.eqlair.eql.value.Values#fold(String)}): each UTF-16 unit by
 * itself, to upper and then to lower case, whatever the locale.
 */
@NullMarked
package io.eqlair.eql.value;

import org.jspecify.annotations.NullMarked;
