package io.eqlair.engine.sequence;

import java.time.Duration;

/**
 * How much is remembered, and for how long.
 *
 * @param bytesPerRule of state that one rule may hold; the stalest key goes first
 * @param bytes of state that all rules together may hold
 * @param retention how long a pending sequence without {@code maxspan} is kept after its last event
 * @param sampleWindow the longest time between the events of one sample
 * @param lateness how much older than the newest event an event may be and still find its place
 * @param idle how long no event must have come before the clock moves the stream's time
 * @param skew how far ahead of the clock an event's timestamp may be and still move the stream's time
 */
public record SequenceLimits(
        long bytesPerRule,
        long bytes,
        Duration retention,
        Duration sampleWindow,
        Duration lateness,
        Duration idle,
        Duration skew) {

    /** 64 MiB for a rule, 512 MiB in all, a day, an hour, and three times half a minute. */
    public static final SequenceLimits DEFAULT = new SequenceLimits(
            64L << 20,
            512L << 20,
            Duration.ofDays(1),
            Duration.ofHours(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));
}
