package io.eqlair.eql.ast;

import io.eqlair.eql.source.Span;
import java.time.Duration;

/**
 * {@code with maxspan=5m}: the longest time from a sequence's first event to its last.
 *
 * @param duration more than zero
 */
public record Maxspan(Duration duration, Span span) {}
