package io.eqlair.store;

import java.time.Instant;

/**
 * An alert that a sink has given up.
 *
 * @param seq the alert's number
 * @param reason what its receiver had against it
 * @param again whether it is to be tried once more
 */
public record DeadLetter(long seq, String alertId, String reason, Instant givenUpAt, boolean again) {}
