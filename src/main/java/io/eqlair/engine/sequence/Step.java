package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * One step of a result.
 *
 * @param item which of the query's different items it is, from 0
 * @param event what matched, null for an event that had to be missing
 */
public record Step(int item, @Nullable StoredEvent event) {}
