package io.eqlair.alerting;

import io.eqlair.alert.Alert;
import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.RuleSession;
import io.eqlair.engine.StateFile;
import io.eqlair.store.Outcome;
import io.eqlair.store.StoreUnavailable;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must be done with the engine when no events come: let time pass, and save what the rules remember. */
public final class Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final StateFile file;
    private final Alerting alerting;
    private final BooleanSupplier storing;

    /**
     * Upkeep of an engine.
     *
     * @param storing whether alerts can be stored: while they cannot, time does not pass, so that nothing is decided in vain
     */
    public Upkeep(StateFile file, Alerting alerting, BooleanSupplier storing) {
        this.file = file;
        this.alerting = alerting;
        this.storing = storing;
    }

    /** Goes on with what was saved. A damaged file, or one that cannot be read, does not keep the service from starting. */
    public void restore() {
        try {
            switch (file.restore()) {
                case StateFile.Restored.Nothing nothing ->
                    LOG.info("No pending sequences were saved at {}.", file.path());
                case StateFile.Restored.Keys(int count) ->
                    LOG.info("Pending sequences of {} join keys go on, as saved at {}.", count, file.path());
                case StateFile.Restored.Damaged damaged ->
                    LOG.warn(
                            "The saved sequences at {} are damaged ({}). They were set aside as {}, and sequences begin anew.",
                            file.path(),
                            damaged.reason(),
                            damaged.setAside());
            }
        } catch (IOException e) {
            LOG.warn("The saved sequences at {} could not be read, and sequences begin anew.", file.path(), e);
        }
    }

    /** Lets time pass: raises alerts for what stayed missing, and those that could not be stored before. */
    public void tick(LiveRules rules) {
        if (storing.getAsBoolean()) {
            rules.open().ifPresent(this::tick);
        }
    }

    private void tick(RuleSession session) {
        alerting.retry(session, storing);
        try (AlertBatch batch = alerting.open(session, Upkeep::log)) {
            batch.raise(session.engine()::tick);
        }
    }

    private static void log(Outcome outcome) {
        if (outcome instanceof Outcome.Stored(Alert alert)) {
            LOG.info("Alert {}: {}", alert.id(), alert.reason());
        }
    }

    /** Saves what the rules remember. A failure is logged, and the next attempt may succeed. */
    public void save() {
        if (saved()) {
            LOG.debug("The pending sequences were saved at {}.", file.path());
        }
    }

    /** Saves for the last time, which is worth a line in the log: whoever stops the service wants to know. */
    public void saveAtEnd() {
        if (saved()) {
            LOG.info("The pending sequences were saved at {} and go on after the next start.", file.path());
        }
    }

    private boolean saved() {
        try {
            file.save(alerting::settle);
            return true;
        } catch (StoreUnavailable notYet) {
            LOG.error("The pending sequences were not saved at {}: {}", file.path(), notYet.getMessage());
            return false;
        } catch (IOException e) {
            LOG.error("The pending sequences could not be saved at {}.", file.path(), e);
            return false;
        }
    }
}
