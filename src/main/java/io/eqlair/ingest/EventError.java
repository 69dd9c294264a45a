package io.eqlair.ingest;

/**
 * One document of a batch was refused.
 *
 * @param position which one, from 0
 * @param code stable name of the kind of problem, for example {@code event_not_json}
 * @param message what was found and what to do
 */
public record EventError(int position, String code, String message) {}
