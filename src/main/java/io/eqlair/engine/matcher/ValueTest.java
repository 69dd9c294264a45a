package io.eqlair.engine.matcher;

/** Asks one value of a field: a Boolean, Long, Double or String. */
@FunctionalInterface
interface ValueTest {

    boolean accepts(Object value);
}
