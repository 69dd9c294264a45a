package io.eqlair.engine.sequence;

/**
 * What an event is for one key.
 *
 * @param items the query's items that it matches with this key, as bits
 */
public record KeyedItems(JoinKey key, long items) {}
