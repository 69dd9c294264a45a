/**
 * EQL text to {@code ast}, by hand: one method per rule of this grammar, in this order, with one token of look-ahead
 * (two where {@code [} follows a field).
 *
 * <pre>
 * statement      = query { pipe } END
 * query          = sequence | sample | filter
 * filter         = ( "any" | category ) "where" expression
 * category       = NAME | STRING
 * sequence       = "sequence" [ keys [ maxspan ] | maxspan ] item { item } [ "until" item ]
 * sample         = "sample" [ keys ] item { item }
 * item           = ( "[" | "![" ) filter "]" [ keys ] [ "with" "runs" "=" INTEGER ]
 * keys           = "by" expression { "," expression }
 * maxspan        = "with" "maxspan" "=" INTEGER ( "ms" | "s" | "m" | "h" | "d" )
 * pipe           = "|" NAME [ expression { "," expression } ]
 *
 * expression     = conjunction { "or" conjunction }
 * conjunction    = negation { "and" negation }
 * negation       = "not" negation | comparison
 * comparison     = sum [ ( "==" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) sum ]
 * sum            = product { ( "+" | "-" ) product }
 * product        = signed { ( "*" | "/" | "%" ) signed }
 * signed         = ( "+" | "-" ) signed | predicate
 * predicate      = primary [ membership | match ]
 * membership     = [ "not" ] ( "in" | "in~" ) "(" expression { "," expression } ")"
 * match          = ( ":" | "like" | "like~" | "regex" | "regex~" ) ( constant | "(" constant { "," constant } ")" )
 * primary        = "(" expression ")" | constant | call | field
 * constant       = "null" | "true" | "false" | INTEGER | DECIMAL | STRING
 * call           = ( NAME | NAME "~" ) "(" [ expression { "," expression } ] ")"
 * field          = [ "?" ] part { "." part }
 * part           = NAME | QUOTED_NAME
 * </pre>
 *
 * <p>What Elasticsearch's grammar accepts only to refuse it later ({@code join}, {@code child of}, {@code a[0]}, {@code
 * 'text'}, {@code with maxspan} before {@code by}) is refused here, with the way out. Words of the language are lower
 * case and are not names; a field of that name stands in backticks.
 *
 * <p>Whatever goes in, nothing but {@link io.eqlair.eql.source.EqlException} comes out: length, nesting and lists are
 * bounded, and the first problem ends the reading, because later ones would be guesses.
 */
@NullMarked
package io.eqlair.eql.parser;

import org.jspecify.annotations.NullMarked;
