package io.eqlair.engine.reference;

import java.util.List;

/**
 * A sequence or sample that was found, in a form that two searches can be compared by.
 *
 * @param steps the ids of the events, {@link #MISSING} for an event that is not there
 */
record Outcome(List<String> steps, Key key) {

    static final String MISSING = "missing";

    Outcome {
        steps = List.copyOf(steps);
    }

    /** Such as {@code a1 missing b2 | "web", null}, as the case files have it. */
    @Override
    public String toString() {
        return String.join(" ", steps) + (key.equals(Key.NONE) ? "" : " | " + key);
    }
}
