package io.eqlair.eql.function;

import org.jspecify.annotations.Nullable;

/** What a function does with its arguments, which are as many as the call has, in their order. */
@FunctionalInterface
public interface Meaning {
    /**
     * The result, which may be null.
     *
     * @throws io.eqlair.eql.value.EvaluationError if the arguments have no result, not even null
     */
    @Nullable
    Object apply(@Nullable Object[] arguments);
}
