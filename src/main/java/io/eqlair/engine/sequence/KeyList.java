package io.eqlair.engine.sequence;

import org.jspecify.annotations.Nullable;

/** States from the stalest to the freshest, linked through themselves, so that one can leave from anywhere. */
final class KeyList {

    private @Nullable KeyState stalest;

    private @Nullable KeyState freshest;

    @Nullable
    KeyState stalest() {
        return stalest;
    }

    void addFreshest(KeyState state) {
        state.staler = freshest;
        state.fresher = null;
        if (freshest == null) {
            stalest = state;
        } else {
            freshest.fresher = state;
        }
        freshest = state;
    }

    void remove(KeyState state) {
        KeyState staler = state.staler;
        KeyState fresher = state.fresher;
        if (staler == null) {
            stalest = fresher;
        } else {
            staler.fresher = fresher;
        }
        if (fresher == null) {
            freshest = staler;
        } else {
            fresher.staler = staler;
        }
        state.staler = null;
        state.fresher = null;
    }
}
