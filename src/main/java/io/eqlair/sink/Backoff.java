package io.eqlair.sink;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long a sink waits after a failure: each time twice as long, somewhat at random so that many do not come back at the same
 * moment.
 *
 * @param first after the first failure
 * @param most the longest it waits, unless the receiver asks for more
 * @param attempts after so many at one alert that were answered with an error, the alert is given up
 */
public record Backoff(Duration first, Duration most, int attempts) {

    public static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), 10);

    /** A receiver that asks for more than that is not obeyed: it may be a slip of its clock. */
    static final Duration LONGEST_ASKED = Duration.ofHours(1);

    private static final int DOUBLINGS = 40;

    /**
     * How long to wait.
     *
     * @param failures in a row, from 1
     * @param asked what the receiver asks for; null where it does not
     */
    Duration pause(int failures, @Nullable Duration asked, RandomGenerator random) {
        double doubled = first.toMillis() * Math.scalb(1.0, Math.min(failures - 1, DOUBLINGS));
        double bounded = Math.min(doubled, (double) most.toMillis());
        Duration own = Duration.ofMillis(Math.round(bounded * random.nextDouble(0.5, 1)));
        Duration wanted = asked == null || asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
        return wanted == null || wanted.compareTo(own) < 0 ? own : wanted;
    }
}
