/**
 * The language: EQL text becomes a checked query.
 *
 * <p>The way of a query is the order of the packages: {@code parser} reads the text into an {@code ast}, {@code
 * analysis} resolves names and types, folds constants and yields an {@code AnalyzedQuery} that detection can run
 * without checking anything again. {@code source}, {@code value}, {@code pattern} and {@code function} are what these
 * steps share. Nothing here knows of events, rules or HTTP.
 */
@NullMarked
package io.eqlair.eql;

import org.jspecify.annotations.NullMarked;
