package io.eqlair.ingest;

import org.jspecify.annotations.Nullable;

/**
 * What the address of a bulk request says.
 *
 * @param index of actions that name none
 * @param ids whether the answer is to have the ids of events that were sent without, which must be computed
 */
public record BulkTerms(@Nullable String index, boolean ids) {}
