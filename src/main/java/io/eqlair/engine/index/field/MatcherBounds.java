package io.eqlair.engine.index.field;

/**
 * How much a matcher of one field may keep.
 *
 * @param memo values whose answers are remembered; 0 for none
 * @param states of the automaton
 * @param flushAfter values that must have been seen before a full automaton is emptied
 */
record MatcherBounds(int memo, int states, int flushAfter) {

    static final MatcherBounds DEFAULT = new MatcherBounds(8_192, 16_384, 16_384);

    MatcherBounds {
        if (memo < 0 || states < 2 || flushAfter < 1) {
            throw new IllegalArgumentException(
                    "bounds must leave room: memo " + memo + ", states " + states + ", flushAfter " + flushAfter);
        }
    }
}
