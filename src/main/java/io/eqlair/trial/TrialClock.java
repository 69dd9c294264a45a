package io.eqlair.trial;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of a trial: another one, which can be made to jump ahead. Thread-safe. */
final class TrialClock implements InstantSource {

    private final InstantSource clock;
    private volatile Duration ahead = Duration.ZERO;

    TrialClock(InstantSource clock) {
        this.clock = clock;
    }

    void jump(Duration duration) {
        ahead = duration;
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(ahead);
    }
}
