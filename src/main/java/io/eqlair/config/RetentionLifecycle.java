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

    /** Longer than a transaction takes that is not stuck. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Retention retention;
    private final GroupCommit commits;
    private final Duration interval;
    private @Nullable Run run;

    RetentionLifecycle(Retention retention, GroupCommit commits, Duration interval) {
        this.retention = retention;
        this.commits = commits;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        run = new Run();
    }

    @Override
    public synchronized void stop() {
        if (run != null) {
            run.end();
        }
        run = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return run != null;
    }

    /** From one start to the stop that follows. */
    private final class Run {

        private final CountDownLatch ending = new CountDownLatch(1);
        private final Thread thread =
                Thread.ofPlatform().name("alert-retention").daemon().start(this::loop);

        private void loop() {
            try {
                do {
                    step();
                } while (!ending.await(interval.toNanos(), TimeUnit.NANOSECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** While the database is gone there is nothing to delete. */
        private void step() throws InterruptedException {
            try {
                if (commits.obstacle().isEmpty()) {
                    retention.run(length -> ending.await(length.toNanos(), TimeUnit.NANOSECONDS));
                }
            } catch (RuntimeException e) {
                LOG.error("Deleting old alerts failed; it is tried again.", e);
            }
        }

        /** Waits for the transaction under way, as the database is closed next. */
        void end() {
            ending.countDown();
            try {
                if (!thread.join(PATIENCE)) {
                    LOG.warn(
                            "Deleting old alerts is broken off; what is not deleted yet will be after the next start.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
