package io.eqlair.validation.truth;

/** Of which events a condition is true. */
public enum Outcome {
    /** Of every event. */
    ALWAYS,
    /** Of no event. */
    NEVER,
    /** Of some, or it is not known. */
    DEPENDS;

    Outcome negated() {
        return switch (this) {
            case ALWAYS -> NEVER;
            case NEVER -> ALWAYS;
            case DEPENDS -> DEPENDS;
        };
    }
}
