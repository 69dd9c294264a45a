package io.eqlair.event;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an event besides its fields.
 *
 * @param index the index or data stream it belongs to
 * @param id the identity its sender gave it
 * @param timestamp nanoseconds since 1970 in UTC
 * @param tiebreaker a number or string that orders events of one timestamp
 */
record EventMetadata(
        @Nullable String index,
        @Nullable String id,
        long timestamp,
        @Nullable Object tiebreaker) {}
