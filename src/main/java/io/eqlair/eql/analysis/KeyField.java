package io.eqlair.eql.analysis;

/**
 * A field whose values join the events of a sequence or sample.
 *
 * @param optional whether an event without a value takes part, its key being null
 */
public record KeyField(String field, boolean optional) {}
