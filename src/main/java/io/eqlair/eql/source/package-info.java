/**
 * EQL text, places in it, and the problems that point at them.
 *
 * <p>Problems are values ({@link io.eqlair.eql.source.Diagnostic}) until a query is refused, when {@link
 * io.eqlair.eql.source.EqlException} carries them all. Rendered, one looks like this:
 *
 * <pre>
 * 1:9: Expected `where`, found `whre`.
 *
 *   1 | process whre true
 *               ^^^^
 *
 * An event query is a category and a condition: process where process.name == "nc"
 * </pre>
 */
@NullMarked
package io.eqlair.eql.source;

import org.jspecify.annotations.NullMarked;
