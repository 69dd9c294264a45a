package io.eqlair.sink;

import io.eqlair.store.DeadLetter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sink of the settings, and all that can be asked of it while the service runs. Thread-safe. */
public final class RunningSink {

    private final SinkSettings settings;
    private final Sink sink;
    private final SinkStore store;
    private final InstantSource clock;
    private final SinkFigures figures = new SinkFigures();
    private final LoadMeter meter;
    private final Courier courier;

    public RunningSink(SinkSettings settings, Sink sink, SinkStore store, InstantSource clock) {
        this.settings = settings;
        this.sink = sink;
        this.store = store;
        this.clock = clock;
        this.meter = new LoadMeter(store, settings.name(), figures);
        this.courier = new Courier(settings, sink, store, figures, meter, clock);
    }

    public String name() {
        return settings.name();
    }

    void start() {
        if (settings.enabled()) {
            courier.start();
        } else {
            SinkLoad unused = meter.ask(); // nobody will look later
        }
    }

    void stop() {
        courier.stop();
    }

    void join(Duration patience) throws InterruptedException {
        courier.join(patience);
    }

    /** How it fares; of what only the database knows, the last that was known while that is gone. */
    public SinkStatus status() {
        SinkLoad load = meter.ask();
        SinkFigures.Shown shown = figures.shown();
        SinkFigures.@Nullable Failure error = shown.lastError();
        return new SinkStatus(
                settings.name(),
                sink.type(),
                sink.target(),
                settings.format().text(),
                shown.state(),
                shown.position(),
                load.pending(),
                shown.delivered(),
                shown.failed(),
                load.deadLetters(),
                shown.missed(),
                shown.lastSuccess(),
                error == null ? null : new SinkStatus.SinkError(error.at(), error.reason(), error.nextAttempt()));
    }

    /** How many alerts were taken since the start. */
    public long delivered() {
        return figures.shown().delivered();
    }

    /** How many attempts failed since the start. */
    public long failed() {
        return figures.shown().failed();
    }

    /** How many alerts were deleted before they were taken. */
    public long missed() {
        return figures.shown().missed();
    }

    /** How many alerts come after its position, as of the last look; from 10,000 on it may be too high. */
    public long pending() {
        return meter.known().pending();
    }

    /** How old the first of them is, as of the last look; nothing where there is none. */
    public Duration lag() {
        return meter.known().lag(clock.instant());
    }

    /** How many alerts it has given up and still has, as of the last look. */
    public long givenUp() {
        return meter.known().deadLetters();
    }

    /** How many alerts it has given up and still has; throws where the database cannot be asked. */
    public long deadLetters() {
        return store.letters().count(settings.name());
    }

    /** A page of its dead letters, in the order of their alerts. */
    public List<DeadLetter> deadLetters(long from, int size) {
        return store.letters().page(settings.name(), from, size);
    }

    /** Has dead letters tried again at once: one by its alert's id, or all. Answers how many. */
    public int retry(@Nullable String alertId) {
        int count = store.letters().retry(settings.name(), alertId);
        courier.wake();
        return count;
    }

    /** Drops dead letters: one by its alert's id, or all. Answers how many. */
    public int drop(@Nullable String alertId) {
        return store.letters().drop(settings.name(), alertId);
    }
}
