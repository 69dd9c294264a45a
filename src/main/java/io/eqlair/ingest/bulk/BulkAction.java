package io.eqlair.ingest.bulk;

import io.eqlair.event.Envelope;

/**
 * An action line.
 *
 * @param envelope the index, the action's own or that of the path, and the id of the document
 */
public record BulkAction(BulkOperation operation, Envelope envelope) {}
