package io.eqlair.engine;

import io.eqlair.engine.sequence.SequenceLimits;
import io.eqlair.event.EventLimits;
import io.eqlair.event.EventRoles;

/**
 * How the engine reads and routes events, and what it remembers.
 *
 * @param roles which fields are an event's time, order and category
 * @param strictRouting whether an event that names no index is kept from rules with index patterns
 */
public record EngineSettings(EventRoles roles, EventLimits limits, SequenceLimits sequences, boolean strictRouting) {

    /** The Elastic Common Schema, the usual limits, and every rule for events that name no index. */
    public static final EngineSettings DEFAULT =
            new EngineSettings(EventRoles.ECS, EventLimits.DEFAULT, SequenceLimits.DEFAULT, false);
}
