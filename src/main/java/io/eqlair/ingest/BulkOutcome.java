package io.eqlair.ingest;

import java.util.List;

/**
 * What became of a bulk request.
 *
 * @param items one for each action, in their order
 * @param batch what became of the events together
 */
public record BulkOutcome(List<BulkItem> items, BatchOutcome batch) {}
