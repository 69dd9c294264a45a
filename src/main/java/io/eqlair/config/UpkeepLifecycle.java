package io.eqlair.config;

import io.eqlair.alerting.Upkeep;
import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.RuleCosts;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks after the engine from the start of the service to its end, on a thread of its own. It stops after the web server
 * has answered its last request, so that the last snapshot has all.
 */
final class UpkeepLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(UpkeepLifecycle.class);

    private final Upkeep upkeep;
    private final LiveRules rules;
    private final RuleCosts costs;
    private final Duration snapshotInterval;
    private volatile @Nullable Run run;

    UpkeepLifecycle(Upkeep upkeep, LiveRules rules, RuleCosts costs, Duration snapshotInterval) {
        this.upkeep = upkeep;
        this.rules = rules;
        this.costs = costs;
        this.snapshotInterval = snapshotInterval;
    }

    @Override
    public void start() {
        run = new Run();
    }

    @Override
    public void stop() {
        Run started = run;
        if (started != null) {
            started.end();
        }
        run = null;
    }

    @Override
    public boolean isRunning() {
        return run != null;
    }

    /** Below the web server's phase: started before it, stopped after it. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** From one start to the stop that follows. */
    private final class Run {

        private final CountDownLatch stopping = new CountDownLatch(1);
        private long savedAt = System.nanoTime();
        private final Thread thread =
                Thread.ofPlatform().name("upkeep").daemon().start(this::loop);

        private void loop() {
            try {
                while (!stopping.await(1, TimeUnit.SECONDS)) {
                    step();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void step() {
            try {
                upkeep.tick(rules);
                costs.check();
                if (System.nanoTime() - savedAt >= snapshotInterval.toNanos()) {
                    savedAt = System.nanoTime();
                    save(upkeep::save);
                }
            } catch (RuntimeException e) {
                LOG.error("Looking after the engine failed; it is tried again.", e);
            }
        }

        /** Before rules are loaded there is nothing to save, and what was saved is not read yet. */
        private void save(Runnable saving) {
            if (rules.catalog().isPresent()) {
                saving.run();
            }
        }

        void end() {
            stopping.countDown();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            save(upkeep::saveAtEnd);
        }
    }
}
