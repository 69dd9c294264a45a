package io.eqlair.sink;

import io.eqlair.store.DeadLetter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sink of the settings, and all that can be asked of it while the service runs. Thread-safe. */
public final class RunningSink {

    /** Counted one by one up to here. */
    private static final int MOST_COUNTED = 10_000;

    private final SinkSettings settings;
    private final Sink sink;
    private final SinkStore store;
    private final InstantSource clock;
    private final SinkFigures figures = new SinkFigures();
    private final Courier courier;

    public RunningSink(SinkSettings settings, Sink sink, SinkStore store, InstantSource clock) {
        this.settings = settings;
        this.sink = sink;
        this.store = store;
        this.clock = clock;
        this.courier = new Courier(settings, sink, store, figures, clock);
    }

    public String name() {
        return settings.name();
    }

    void start() {
        if (settings.enabled()) {
            courier.start();
        }
    }

    void stop() {
        courier.stop();
    }

    void join(Duration patience) throws InterruptedException {
        courier.join(patience);
    }

    public SinkStatus status() {
        SinkFigures.Shown shown = figures.shown();
        SinkFigures.@Nullable Failure error = shown.lastError();
        return new SinkStatus(
                settings.name(),
                sink.type(),
                sink.target(),
                settings.format().text(),
                shown.state(),
                shown.position(),
                pending(),
                shown.delivered(),
                shown.failed(),
                deadLetters(),
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

    /** How many alerts come after its position. */
    public long pending() {
        return store.outbox().count(figures.shown().position(), MOST_COUNTED);
    }

    /** How old the first of them is; nothing where there is none. */
    public Duration lag() {
        return store.outbox()
                .firstAfter(figures.shown().position())
                .map(raised -> Duration.between(raised, clock.instant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

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
