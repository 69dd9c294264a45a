package io.eqlair.config;

import io.eqlair.store.GroupCommit;
import io.eqlair.store.Retention;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Lets old alerts be deleted every now and then from the start of the service to its end, on a thread of its own. */
final class RetentionLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionLifecycle.class);

    private final Retention retention;
    private final GroupCommit commits;
    private final Duration interval;
    private @Nullable CountDownLatch stopping;

    RetentionLifecycle(Retention retention, GroupCommit commits, Duration interval) {
        this.retention = retention;
        this.commits = commits;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        CountDownLatch end = new CountDownLatch(1);
        stopping = end;
        Thread unused = Thread.ofPlatform().name("alert-retention").daemon().start(() -> loop(end));
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
        try {
            do {
                step();
            } while (!end.await(interval.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** While the database is gone there is nothing to delete. */
    private void step() {
        try {
            if (commits.obstacle().isEmpty()) {
                retention.run();
            }
        } catch (RuntimeException e) {
            LOG.error("Deleting old alerts failed; it is tried again.", e);
        }
    }
}
