package io.eqlair.repository;

/**
 * How all places that rules come from look from outside.
 *
 * @param files what people keep in files and directories
 * @param stored what was put through the API
 */
public record SourceStamp(LocationStamp files, LocationStamp stored) {

    /** Before anything was looked at. */
    static final SourceStamp NONE = new SourceStamp(LocationStamp.NONE, LocationStamp.NONE);
}
