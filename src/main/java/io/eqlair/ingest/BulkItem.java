package io.eqlair.ingest;

import io.eqlair.ingest.bulk.BulkOperation;
import org.jspecify.annotations.Nullable;

/**
 * What became of one action of a bulk request.
 *
 * @param index it named, or the path did
 * @param id of the event, where it is known or was asked for
 * @param known whether an event of this id has been acknowledged before, or there was nothing to do
 * @param error why it was not evaluated, null if it was
 */
public record BulkItem(
        BulkOperation operation,
        @Nullable String index,
        @Nullable String id,
        boolean known,
        @Nullable EventError error) {}
