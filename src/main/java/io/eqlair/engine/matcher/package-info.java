/**
 * A checked condition becomes something an event can be asked.
 *
 * <p>{@link io.eqlair.engine.matcher.MatcherCompiler} resolves all that is known beforehand: fields to slots, constants
 * to sets with case folded, patterns to automata. The result mirrors the condition: {@code and}, {@code or}, {@code
 * not} over leaves. A leaf about one field holds when its {@link io.eqlair.engine.matcher.ValueTest} accepts any of the
 * field's values. A computed leaf tries every combination of one value for each of its fields, and a field without
 * values contributes one null:
 *
 * <pre>
 * concat(user.name, "@", host.name) == "ann@web1"    user.name = [ann, bob], host.name = [web1, web2]
 * rows tried: (ann, web1) → holds
 * </pre>
 *
 * <p>This is the straightforward way to run a condition, and the measure of every quicker one.
 */
@NullMarked
package io.eqlair.engine.matcher;

import org.jspecify.annotations.NullMarked;
