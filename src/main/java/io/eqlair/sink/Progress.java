package io.eqlair.sink;

import io.eqlair.store.SinkPositions;
import io.eqlair.store.SinkPositions.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a sink has come: here at once, and in the database now and then, as what comes again after a crash is known by its id.
 * For one thread.
 */
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final long NANOS_BETWEEN = 1_000_000_000L;

    private final SinkPositions positions;
    private final SinkSettings settings;
    private final SinkFigures figures;
    private long seq;
    private int attempts;
    private long missed;
    private boolean opened;
    private boolean changed;
    private long savedAt;

    Progress(SinkPositions positions, SinkSettings settings, SinkFigures figures) {
        this.positions = positions;
        this.settings = settings;
        this.figures = figures;
    }

    /** Reads where the sink goes on, unless it did already; throws where the database cannot be asked. */
    void open() {
        if (!opened) {
            Position position = positions.open(settings.name(), settings.fromBeginning());
            seq = position.seq();
            attempts = position.attempts();
            missed = position.missed();
            opened = true;
            figures.isAt(seq, missed);
            LOG.info("The sink {} goes on after alert number {}.", settings.name(), seq);
        }
    }

    long seq() {
        return seq;
    }

    /** All alerts up to a number are done with. */
    void moveTo(long done) {
        if (done != seq) {
            seq = done;
            attempts = 0;
            changed = true;
            figures.isAt(seq, missed);
        }
    }

    /** An attempt at the alert that comes next has failed; answers how many have. */
    int fail() {
        attempts++;
        changed = true;
        return attempts;
    }

    /** Keeps it if that was not done for a while. */
    void saveNowAndThen() {
        if (System.nanoTime() - savedAt > NANOS_BETWEEN) {
            save();
        }
    }

    /** Keeps it. */
    void save() {
        if (changed) {
            noteMissed(positions.save(settings.name(), seq, attempts));
            changed = false;
            savedAt = System.nanoTime();
        }
    }

    private void noteMissed(long now) {
        if (now > missed) {
            LOG.warn(
                    "The sink {} has missed {} alerts: they were deleted for their age or the store's size before it took them.",
                    settings.name(),
                    now - missed);
        }
        missed = now;
        figures.isAt(seq, missed);
    }
}
