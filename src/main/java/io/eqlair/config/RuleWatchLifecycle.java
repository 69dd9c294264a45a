package io.eqlair.config;

import io.eqlair.catalog.RuleWatch;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks at the files of rules from the start of the service to its end, on a thread of its own: after each interval, or less
 * often where a look takes so long that it would cost more than a twentieth of a core.
 */
final class RuleWatchLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RuleWatchLifecycle.class);
    private static final int SHARE = 20;

    private final RuleWatch watch;
    private final Duration interval;
    private @Nullable CountDownLatch stopping;

    /** Nobody looks if the interval is nothing. */
    RuleWatchLifecycle(RuleWatch watch, Duration interval) {
        this.watch = watch;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        CountDownLatch end = new CountDownLatch(1);
        stopping = end;
        if (interval.isPositive()) {
            Thread unused = Thread.ofPlatform().name("rule-watch").daemon().start(() -> loop(end));
        }
    }

    @Override
    public synchronized void stop() {
        if (stopping != null) {
            stopping.countDown();
        }
        stopping = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return stopping != null;
    }

    private void loop(CountDownLatch end) {
        long pause = interval.toNanos();
        try {
            while (!end.await(pause, TimeUnit.NANOSECONDS)) {
                long start = System.nanoTime();
                boolean loaded = look(start);
                pause = loaded ? interval.toNanos() : pause(System.nanoTime() - start);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long pause(long lookTook) {
        return Math.max(interval.toNanos(), SHARE * lookTook);
    }

    private boolean look(long now) {
        try {
            return watch.look(now);
        } catch (RuntimeException e) {
            LOG.error("Looking at the files of rules failed; it is tried again.", e);
            return false;
        }
    }
}
