package io.eqlair.engine;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An exception to a rule, as the engine needs it; what Java calls an exception is something else.
 *
 * @param step the item of a sequence or sample that an exempt event does not count as, from 0 as the items are written, missing
 *     ones included; null where it counts as none
 * @param expiresAt from when on it exempts nothing; null for never
 * @param hits counts what it exempts
 */
public record Exemption(
        String id, @Nullable Integer step, @Nullable Instant expiresAt, ExemptCondition condition, ExemptionHits hits) {

    /** The fields that it reads. */
    public Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        condition.collectFields(fields);
        return fields;
    }
}
