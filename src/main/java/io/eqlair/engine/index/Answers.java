package io.eqlair.engine.index;

import java.util.HashMap;
import java.util.Map;

/** Keeps one array for each answer, up to a number of answers. Not thread-safe. */
final class Answers {

    private static final int MOST = 4_096;

    private final Map<Ints, int[]> known = new HashMap<>();

    /** An array of these ids, which must not be changed afterwards. */
    int[] shared(int[] ids) {
        if (known.size() == MOST) {
            known.clear();
        }
        int[] earlier = known.putIfAbsent(new Ints(ids), ids);
        return earlier == null ? ids : earlier;
    }
}
