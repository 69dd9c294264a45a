package io.eqlair.eql.ast;

import io.eqlair.eql.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A category and a condition: {@code process where process.name == "nc"}.
 *
 * @param category the event category, null for {@code any}
 */
public record EventFilter(@Nullable String category, Expression condition, Span span) {}
