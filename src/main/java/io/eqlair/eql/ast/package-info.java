/**
 * What an EQL text says, before anyone asks whether it makes sense.
 *
 * <p>A {@link io.eqlair.eql.ast.Statement} is a {@link io.eqlair.eql.ast.Query} and its pipes. Alternatives are sealed
 * interfaces, nodes are records with the span they were read from, and whoever walks them uses an exhaustive {@code
 * switch}. For {@code process where process.name : "nc*" | head 5}:
 *
 * <pre>
 * Statement
 *   EventQuery(EventFilter(category=process, condition=
 *     PatternMatch(WILDCARD, ignoreCase, Field(process.name), [Literal("nc*")])))
 *   Pipe(head, [Literal(5)])
 * </pre>
 */
@NullMarked
package io.eqlair.eql.ast;

import org.jspecify.annotations.NullMarked;
