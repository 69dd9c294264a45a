package io.eqlair.sink;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings alerts to one sink, on a thread of its own, and waits where it fails. Thread-safe. */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /** Another service may store alerts as well, and does not tell. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final SinkSettings settings;
    private final Sink sink;
    private final SinkStore store;
    private final SinkFigures figures;
    private final LoadMeter meter;
    private final InstantSource clock;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;
    private int failures;

    Courier(
            SinkSettings settings,
            Sink sink,
            SinkStore store,
            SinkFigures figures,
            LoadMeter meter,
            InstantSource clock) {
        this.settings = settings;
        this.sink = sink;
        this.store = store;
        this.figures = figures;
        this.meter = meter;
        this.clock = clock;
    }

    /** Starts; where a new sink begins is known when this returns, if the database can be asked. */
    void start() {
        Round round = new Round(settings, sink, store, figures, this, clock);
        try {
            round.open();
        } catch (RuntimeException notYet) {
            LOG.debug("The sink {} is opened once the store of alerts is there.", settings.name(), notYet);
        }
        thread = Thread.ofPlatform().name("sink-" + settings.name()).daemon().start(() -> run(round));
    }

    /** Has it stop after what is under way. */
    void stop() {
        stopping = true;
        wake.release();
        store.signal().raise();
    }

    /** Waits for its end, and breaks off what is under way once that takes too long. */
    void join(Duration patience) throws InterruptedException {
        Thread started = thread;
        if (started != null && !started.join(patience)) {
            LOG.warn("The sink {} is stopped in the middle of a delivery, which comes again.", settings.name());
        }
        sink.close();
        if (started != null) {
            boolean unused = started.join(patience);
        }
    }

    /** Ends a pause, as something may have been put right. */
    void wake() {
        wake.release();
        store.signal().raise();
    }

    boolean isStopping() {
        return stopping;
    }

    private void run(Round round) {
        figures.is(SinkState.RUNNING);
        try {
            while (!stopping) {
                long counted = store.signal().count();
                meter.askNowAndThen();
                if (!step(round)) {
                    store.signal().await(counted, IDLE);
                }
            }
            round.end();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            figures.is(SinkState.STOPPED);
        }
    }

    /** Whether there was anything to do. */
    private boolean step(Round round) throws InterruptedException {
        try {
            return round.run();
        } catch (RuntimeException failed) {
            String reason = "The store of alerts failed: " + failed.getMessage();
            LOG.debug("A round of the sink {} failed.", settings.name(), failed);
            figures.failed(reason, clock.instant());
            pause(Receipt.Later.unanswered(reason));
            return true;
        }
    }

    /** A batch was sent, whatever became of it. */
    void sent() {
        meter.askNowAndThen();
    }

    /** Something was taken. */
    void succeeded() {
        if (failures > 0) {
            LOG.info("The sink {} takes alerts again.", settings.name());
        }
        failures = 0;
    }

    /** Waits after a failure. */
    void pause(Receipt.Later why) throws InterruptedException {
        failures++;
        Duration pause = settings.backoff().pause(failures, why.after(), ThreadLocalRandom.current());
        if (failures == 1) {
            LOG.warn(
                    "The sink {} ({}) failed; what it has not taken waits, and it is tried again: {}",
                    settings.name(),
                    sink.target(),
                    why.reason());
        }
        int stale = wake.drainPermits();
        if (stopping) {
            return;
        }
        LOG.debug(
                "The sink {} waits {} ms after {} failures, {} calls to wake up passed.",
                settings.name(),
                pause.toMillis(),
                failures,
                stale);
        figures.waitsUntil(clock.instant().plus(pause));
        boolean woken = sleep(System.nanoTime() + pause.toNanos());
        LOG.debug("The sink {} is tried again{}.", settings.name(), woken ? " at once" : "");
        figures.is(SinkState.RUNNING);
    }

    /** Waits until then, and looks every now and then what gathers meanwhile. Whether it was woken. */
    private boolean sleep(long end) throws InterruptedException {
        boolean woken = false;
        for (long left = end - System.nanoTime(); left > 0 && !woken; left = end - System.nanoTime()) {
            woken = wake.tryAcquire(Math.min(left, IDLE.toNanos()), TimeUnit.NANOSECONDS);
            meter.askNowAndThen();
        }
        return woken;
    }
}
