package io.eqlair.sink;

import java.time.Duration;
import java.time.Instant;

/** Waits for what other threads do. */
final class Waiting {

    private static final Duration MOST = Duration.ofSeconds(20);

    private Waiting() {}

    /** Until an assertion holds; throws what it says once that takes too long. */
    static void until(Runnable assertion) {
        Instant end = Instant.now().plus(MOST);
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (Instant.now().isAfter(end)) {
                    throw notYet;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(10));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
