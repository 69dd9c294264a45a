package io.eqlair.eql.analysis;

import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted.
 *
 * @param category the event category, compared exactly; null for any
 */
public record Filter(@Nullable String category, Condition condition) {}
