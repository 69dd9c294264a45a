package io.eqlair.alerting;

import io.eqlair.alert.Alert;
import io.eqlair.alert.AlertFactory;
import io.eqlair.alert.RaisedAlert;
import io.eqlair.catalog.RuleSession;
import io.eqlair.store.AlertStore;
import io.eqlair.store.Backlog;
import io.eqlair.store.Outcome;
import io.eqlair.store.StoreUnavailable;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every detection goes through: it becomes an alert, which is kept, counted, and shown to rules on alerts. Thread-safe. */
public final class Alerting {

    private static final Logger LOG = LoggerFactory.getLogger(Alerting.class);

    private final AlertFactory factory;
    private final AlertStore store;
    private final AlertingSettings settings;
    private final Consumer<Outcome> listener;

    private final AtomicLong notShown = new AtomicLong();

    /** Those that may hold alerts which are not in the store yet. */
    private final Set<AlertBatch> open = ConcurrentHashMap.newKeySet();

    /**
     * Alerts for a store.
     *
     * @param listener told what became of every alert
     */
    public Alerting(AlertFactory factory, AlertStore store, AlertingSettings settings, Consumer<Outcome> listener) {
        this.factory = factory;
        this.store = store;
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Begins with the alerts of one request; to be closed.
     *
     * @param told takes what became of each alert, in their order, not more than one at a time
     */
    public AlertBatch open(RuleSession rules, Consumer<Outcome> told) {
        return open(rules, told, () -> {});
    }

    /**
     * The same for whoever has an evaluator of the engine.
     *
     * @param beforeWaiting gives it back; called by the thread that raises the alerts
     */
    public AlertBatch open(RuleSession rules, Consumer<Outcome> told, Runnable beforeWaiting) {
        AlertBatch batch = new AlertBatch(rules, this, told, beforeWaiting);
        open.add(batch);
        return batch;
    }

    void closed(AlertBatch batch) {
        open.remove(batch);
    }

    /**
     * Returns when all alerts that were raised before the call are in the store: whatever the engine has forgotten because it has
     * become an alert, lasts then.
     *
     * @throws StoreUnavailable when they cannot be stored; they will be when the store is back
     */
    public void settle() {
        open.forEach(AlertBatch::settle);
        if (settings.backlog().size() > 0) {
            throw new StoreUnavailable(settings.backlog().size() + " alerts wait for it", null);
        }
    }

    AlertBuilder builder(RuleSession rules) {
        return new AlertBuilder(factory, rules);
    }

    List<Outcome> store(List<RaisedAlert> raised) {
        List<Outcome> outcomes = store.add(raised);
        outcomes.forEach(listener);
        return outcomes;
    }

    /**
     * Stores what could not be stored before, if there is any; it waits on where it cannot be stored now.
     *
     * @param storing whether the store takes anything: what it does not take then is given up
     */
    void retry(RuleSession rules, BooleanSupplier storing) {
        Backlog backlog = settings.backlog();
        int most = settings.mostWaiting();
        while (backlog.size() > 0) {
            List<RaisedAlert> some = backlog.first(most);
            if (!retried(some, rules)) {
                if (!storing.getAsBoolean()) {
                    return;
                }
                if (some.size() == 1) {
                    backlog.giveUpFirst();
                }
                most = 1;
            }
        }
    }

    private boolean retried(List<RaisedAlert> some, RuleSession rules) {
        boolean stored = false;
        try (AlertBatch batch = open(rules, outcome -> {})) {
            List<Outcome> outcomes = store(some);
            settings.backlog().stored(some.size());
            stored = true;
            batch.show(outcomes);
            LOG.info("{} alerts that could not be stored before are stored now.", some.size());
        } catch (StoreUnavailable refused) {
            LOG.debug("The backlog waits on.", refused);
        }
        return stored;
    }

    /** Takes alerts that no repetition of a request would raise again. */
    void keepForLater(List<RaisedAlert> raised) {
        settings.backlog().keep(raised);
    }

    /** How many alerts were not shown to rules on alerts. */
    public long notShown() {
        return notShown.get();
    }

    /** Counts an alert that is not shown to rules on alerts; the first is told in the log. */
    void notShown(Alert alert, String reason) {
        if (notShown.getAndIncrement() == 0) {
            LOG.warn(
                    "The alert {} is not shown to rules on alerts: {}. Further ones are counted only.",
                    alert.id(),
                    reason);
        }
    }

    /** Whether rules on alerts may see an alert. */
    boolean isShown(Alert alert) {
        boolean shown = alert.depth() < settings.mostDepth();
        if (!shown) {
            notShown(alert, "it stands on " + (alert.depth() - 1) + " others (eqlair.alerts.depth)");
        }
        return shown;
    }

    /** Whether an alert is kept; where it is not, all are told who want to know. */
    boolean admits(RaisedAlert raised, Consumer<Outcome> told) {
        boolean admitted = settings.cap().admits(raised);
        if (!admitted) {
            Outcome capped = new Outcome.Capped(raised.alert().rule().id());
            listener.accept(capped);
            told.accept(capped);
        }
        return admitted;
    }

    /** How many alerts of a request are stored together. */
    int mostWaiting() {
        return settings.mostWaiting();
    }
}
