package io.eqlair.api.rules;

import io.eqlair.catalog.Reload;
import io.eqlair.catalog.RuleState;
import io.eqlair.repository.Skipped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a load of the rules changed. The lists hold ids of rules.
 *
 * @param at when it was done
 * @param tookMs milliseconds
 * @param successful whether the rules run as their files are now, as far as those ever were in order
 * @param states how many rules are in each state
 * @param added run now, and did not before
 * @param changed run as before, with another content
 * @param removed ran before, and do not now
 * @param stale go on in an older version, as their file is not in order now
 * @param skipped files that hold no rule; the first thousand
 * @param skippedTotal how many there are
 * @param failure why nothing could be loaded, so that all goes on as before; null where it could
 */
record ReloadAnswer(
        Instant at,
        long tookMs,
        boolean successful,
        Map<String, Long> states,
        List<String> added,
        List<String> changed,
        List<String> removed,
        List<String> stale,
        List<Skipped> skipped,
        int skippedTotal,
        @Nullable String failure) {

    private static final int MOST_SKIPPED = 1_000;

    static ReloadAnswer of(Reload reload) {
        Map<String, Long> states = new TreeMap<>();
        for (RuleState state : RuleState.values()) {
            states.put(state.text(), reload.counts().getOrDefault(state, 0L));
        }
        return new ReloadAnswer(
                reload.at(),
                reload.tookMillis(),
                reload.isSuccessful(),
                states,
                reload.changes().added(),
                reload.changes().changed(),
                reload.changes().removed(),
                reload.stale(),
                reload.skipped().stream().limit(MOST_SKIPPED).toList(),
                reload.skipped().size(),
                reload.failure());
    }
}
