package io.eqlair.store;

import java.util.List;

/**
 * What became of a change of several alerts.
 *
 * @param updated how many are different now
 * @param unchanged how many were so already
 * @param missing the ids that no alert has
 */
public record TriageResult(int updated, int unchanged, List<String> missing) {

    public TriageResult {
        missing = List.copyOf(missing);
    }
}
