package io.eqlair.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a load of the rules changed.
 *
 * @param at when it was done
 * @param tookMillis milliseconds
 * @param counts how many rules are in each state now
 * @param changes which rules run now and did not before, and the like
 * @param stale ids of rules that go on in an older version, as their file is not in order now
 * @param skipped paths of the files that hold no rule
 * @param failure why nothing could be loaded, so that all goes on as before; null where it could
 */
public record Reload(
        Instant at,
        long tookMillis,
        Map<RuleState, Long> counts,
        RuleChanges changes,
        List<String> stale,
        List<String> skipped,
        @Nullable String failure) {

    public Reload {
        counts = Map.copyOf(counts);
        stale = List.copyOf(stale);
        skipped = List.copyOf(skipped);
    }

    /** Whether the rules run as their files are now, as far as those ever were in order. */
    public boolean isSuccessful() {
        return failure == null && stale.isEmpty();
    }
}
