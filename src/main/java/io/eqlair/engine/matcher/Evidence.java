package io.eqlair.engine.matcher;

import io.eqlair.eql.source.Span;

/**
 * Why an event matched: a value that satisfied a clause.
 *
 * @param field the field that was looked at
 * @param value the value it had: Boolean, Long, Double or String
 * @param clause where the clause stands in the query
 */
public record Evidence(String field, Object value, Span clause) {}
