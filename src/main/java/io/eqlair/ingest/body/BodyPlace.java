package io.eqlair.ingest.body;

/**
 * A place in a body, once it is unpacked.
 *
 * @param line from 1
 * @param offset in bytes, from 0
 */
public record BodyPlace(int line, long offset) {}
