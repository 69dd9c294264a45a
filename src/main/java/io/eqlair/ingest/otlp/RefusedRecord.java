package io.eqlair.ingest.otlp;

/**
 * A log record of which no document could be made.
 *
 * @param position which one of the request, from 0
 * @param code stable name of the kind of problem, for example {@code otlp_record_unreadable}
 * @param message what was found and what to do
 */
public record RefusedRecord(int position, String code, String message) {}
