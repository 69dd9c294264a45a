package io.eqlair.attack;

import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleState;
import io.eqlair.engine.RuleEvidence;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule, and what came of it so far.
 *
 * @param alerts that it raised
 * @param fieldsSeen whether it runs and events have carried all fields that it cannot match without; as long as they have
 *     not, it cannot fire
 */
public record CoveredRule(RuleEntry entry, long alerts, boolean fieldsSeen) {

    /** Puts together what is known of rules and what came of those that run. */
    public static List<CoveredRule> all(Collection<RuleEntry> entries, Collection<RuleEvidence> evidence) {
        Map<String, RuleEvidence> byId = new HashMap<>();
        evidence.forEach(one -> byId.put(one.ruleId(), one));
        return entries.stream()
                .map(entry -> of(entry, entry.state() == RuleState.ACTIVE ? byId.get(entry.id()) : null))
                .toList();
    }

    private static CoveredRule of(RuleEntry entry, @Nullable RuleEvidence evidence) {
        return evidence == null
                ? new CoveredRule(entry, 0, false)
                : new CoveredRule(
                        entry, evidence.detections(), evidence.unseenFields().isEmpty());
    }

    /** Whether events are shown to it. */
    boolean active() {
        return entry.state() == RuleState.ACTIVE;
    }

    /** Whether it could fire on what comes in. */
    boolean covers() {
        return active() && fieldsSeen;
    }

    /** Tells it from the other rules of a catalog, also where a file has an id that is taken. */
    String key() {
        return entry.id() + " " + entry.origin();
    }
}
