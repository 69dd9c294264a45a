package io.eqlair.eql.ast;

import io.eqlair.eql.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A category and a condition: {@code process where process.name == "nc"}.
 *
 * @param category the event category, null for {@code any}
 * @param categorySpan where the category, or {@code any}, stands
 */
public record EventFilter(@Nullable String category, Expression condition, Span categorySpan, Span span) {}
