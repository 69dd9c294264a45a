package io.eqlair.engine.index.field;

import io.eqlair.event.json.ValueKind;

/** Several predicates about one value. */
public interface ValueMatcher {

    /**
     * The ids of the predicates that a value satisfies.
     *
     * @param bytes well-formed JSON, in which the value stands, a string without its quotes
     * @param kind one of {@link ValueKind}
     * @return ascending and shared, hence not to be changed
     */
    int[] satisfied(byte[] bytes, int start, int end, byte kind);
}
