package io.eqlair.engine.sequence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence or sample that a search found.
 *
 * @param joinKeys the values that join it; empty where nothing does
 * @param steps in the order of the query's items
 */
public record Match(List<@Nullable Object> joinKeys, List<Step> steps) {

    public Match {
        joinKeys = Collections.unmodifiableList(new ArrayList<>(joinKeys));
        steps = List.copyOf(steps);
    }
}
