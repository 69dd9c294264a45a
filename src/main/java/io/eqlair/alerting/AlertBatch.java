package io.eqlair.alerting;

import io.eqlair.alert.Alert;
import io.eqlair.alert.AlertAncestors;
import io.eqlair.alert.RaisedAlert;
import io.eqlair.catalog.RuleSession;
import io.eqlair.engine.Detection;
import io.eqlair.event.AlertIndex;
import io.eqlair.event.Envelope;
import io.eqlair.event.EventRejected;
import io.eqlair.format.AlertEventDocument;
import io.eqlair.store.Outcome;
import io.eqlair.store.StoreUnavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alerts of one request on their way to the store.
 *
 * <p>While the engine is shown an event the batch is locked, until what it detects is raised: so {@link Alerting#settle} finds the
 * alerts of everything that the engine has moved on past.
 */
public final class AlertBatch implements AutoCloseable {

    /** Of the documents of alerts that wait; more are stored in parts. */
    private static final long MOST_BYTES = 32 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(AlertBatch.class);

    private final RuleSession rules;
    private final Alerting alerting;
    private final Consumer<Outcome> told;
    private final Runnable beforeWaiting;
    private final AlertBuilder builder;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<RaisedAlert> waiting = new ArrayDeque<>();
    private long waitingBytes;

    AlertBatch(RuleSession rules, Alerting alerting, Consumer<Outcome> told, Runnable beforeWaiting) {
        this.rules = rules;
        this.alerting = alerting;
        this.builder = alerting.builder(rules);
        this.told = told;
        this.beforeWaiting = beforeWaiting;
    }

    /**
     * Lets the engine detect something and makes the alerts of it. Nobody else sees the engine changed and the alerts not raised.
     *
     * @throws StoreUnavailable when so many wait that some must be stored, and the store takes nothing
     */
    public void raise(Supplier<List<Detection>> detecting) {
        lock.lock();
        try {
            add(detecting.get());
            if (waiting.size() >= alerting.mostWaiting() || waitingBytes >= MOST_BYTES) {
                settleOwn();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * The same as {@link #settle}, for the thread that raises the alerts. It gives back what others may need while it waits for the
     * store, and what it needs itself to show alerts to rules.
     */
    public void settleOwn() {
        beforeWaiting.run();
        settle();
    }

    private void add(List<Detection> detections) {
        for (Detection detection : detections) {
            RaisedAlert raised = builder.build(detection);
            if (alerting.admits(raised, told)) {
                waiting.add(raised);
                waitingBytes += raised.alert().bytes();
            }
        }
    }

    /**
     * Stores what was raised so far, shows it to rules on alerts, stores what these raise, and so on.
     *
     * @throws StoreUnavailable when the store takes nothing; all waits on
     */
    public void settle() {
        lock.lock();
        try {
            while (!waiting.isEmpty()) {
                List<RaisedAlert> some = some();
                List<Outcome> outcomes = alerting.store(some);
                forget(some);
                outcomes.forEach(told);
                show(outcomes);
            }
        } finally {
            lock.unlock();
        }
    }

    /** As many of those that wait as are stored together. */
    private List<RaisedAlert> some() {
        List<RaisedAlert> some = new ArrayList<>();
        long bytes = 0;
        for (RaisedAlert raised : waiting) {
            if (some.size() >= alerting.mostWaiting() || bytes >= MOST_BYTES) {
                break;
            }
            some.add(raised);
            bytes += raised.alert().bytes();
        }
        return some;
    }

    private void forget(List<RaisedAlert> stored) {
        for (RaisedAlert raised : stored) {
            waiting.remove();
            waitingBytes -= raised.alert().bytes();
        }
    }

    /** Shows alerts to rules on alerts, if there are any; what these detect waits. */
    void show(List<Outcome> outcomes) {
        lock.lock();
        try {
            if (rules.catalog().readsAlerts()) {
                outcomes.forEach(this::show);
            }
        } finally {
            lock.unlock();
        }
    }

    /** What was known before is shown again, as it may not have come so far then; the engine knows alerts by their ids. */
    private void show(Outcome outcome) {
        switch (outcome) {
            case Outcome.Stored stored -> show(stored.alert());
            case Outcome.Known known -> show(known.alert());
            case Outcome.Suppressed suppressed -> {}
            case Outcome.Capped capped -> {}
        }
    }

    /** One that cannot be shown is not to keep the others from it. A rule makes no alert of what it has brought about itself. */
    private void show(Alert alert) {
        if (!alerting.isShown(alert)) {
            return;
        }
        try {
            Envelope envelope = new Envelope(AlertIndex.NAME, alert.id());
            List<Detection> detections =
                    rules.engine().accept(rules.engine().reader().read(AlertEventDocument.of(alert), envelope));
            if (!detections.isEmpty()) {
                add(ofOthers(detections, AlertAncestors.rules(alert)));
            }
        } catch (EventRejected tooLarge) {
            alerting.notShown(alert, String.valueOf(tooLarge.getMessage()));
        } catch (RuntimeException | StackOverflowError fault) {
            LOG.error("Showing the alert {} to rules on alerts failed.", alert.id(), fault);
            alerting.notShown(alert, "it failed");
        }
    }

    private static List<Detection> ofOthers(List<Detection> detections, Set<String> rules) {
        return detections.stream()
                .filter(detection ->
                        !rules.contains(detection.rule().definition().id()))
                .toList();
    }

    /**
     * Stores what is left. What cannot be stored, and would not be raised again if the request was, is kept until it can.
     *
     * @throws StoreUnavailable when the store takes nothing
     */
    @Override
    public void close() {
        lock.lock();
        try {
            settle();
        } catch (RuntimeException | Error unavailable) {
            alerting.keepForLater(List.copyOf(waiting));
            throw unavailable;
        } finally {
            alerting.closed(this);
            lock.unlock();
        }
    }
}
