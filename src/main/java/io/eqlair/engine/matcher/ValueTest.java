package io.eqlair.engine.matcher;

/** Asks one value of a field: a Boolean, Long, Double or String. */
@FunctionalInterface
public interface ValueTest {

    /**
     * Whether the value passes.
     *
     * @throws io.eqlair.eql.value.EvaluationError if it is not what the question is about, such as no address
     */
    boolean accepts(Object value);
}
