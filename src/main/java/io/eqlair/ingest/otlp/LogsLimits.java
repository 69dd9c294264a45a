package io.eqlair.ingest.otlp;

import io.eqlair.event.EventLimits;

/**
 * How much one request may carry.
 *
 * @param records in all
 * @param record how large one may be, as it is sent and as a document
 * @param documentBytes of all documents together: each repeats its resource, so that they may be larger than the body
 */
public record LogsLimits(int records, EventLimits record, long documentBytes) {}
