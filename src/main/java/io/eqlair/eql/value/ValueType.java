package io.eqlair.eql.value;

import org.jspecify.annotations.Nullable;

/** The type of a value, as far as it is known before an event has come. */
public enum ValueType {
    /** The literal null, which fits everywhere. */
    NULL,
    BOOLEAN,
    INTEGER,
    /** A number with a fraction; as the type of a parameter or a result: any number. */
    DOUBLE,
    STRING,
    /** The type of a field: not known before the event. */
    ANY;

    /** The type of a value; never {@link #ANY}. */
    public static ValueType of(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Boolean ignored -> BOOLEAN;
            case Long ignored -> INTEGER;
            case Double ignored -> DOUBLE;
            case String ignored -> STRING;
            default -> throw new IllegalArgumentException("not a value of the language: " + value.getClass());
        };
    }

    public boolean isNumeric() {
        return this == INTEGER || this == DOUBLE;
    }

    /** Whether something of type {@code actual} may stand where this type is wanted. */
    public boolean accepts(ValueType actual) {
        return this == ANY || actual == ANY || actual == NULL || actual == this || (isNumeric() && actual.isNumeric());
    }
}
