package io.eqlair.eql.function;

import io.eqlair.eql.value.ValueType;

/**
 * A parameter of a function.
 *
 * @param optional whether calls may leave it out; only the last parameters are
 * @param constant whether its argument must be known when a query is compiled
 */
public record Parameter(String name, ValueType type, boolean optional, boolean constant) {
    static Parameter required(String name, ValueType type) {
        return new Parameter(name, type, false, false);
    }

    static Parameter optional(String name, ValueType type) {
        return new Parameter(name, type, true, false);
    }

    static Parameter constant(String name, ValueType type) {
        return new Parameter(name, type, false, true);
    }
}
