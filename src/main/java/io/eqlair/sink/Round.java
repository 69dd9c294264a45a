package io.eqlair.sink;

import io.eqlair.store.DeadLetter;
import io.eqlair.store.KeptAlert;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a courier does over and over: dead letters that are to be tried again, then the alerts that come next. For one thread.
 *
 * <p>The alerts of a page wait in their order. What was taken or given up leaves; what was not stays, and is tried again after a
 * pause. The position is always the number before the first that waits.
 *
 * <pre>
 * position 10    waiting 11 12 13 14
 *                        taken, later, refused, taken
 * position 11    waiting 12                             13 is a dead letter
 * </pre>
 *
 * <p>Where a batch fails as a whole with an answer, one alert in it may be why: until its end each is sent alone, and only an
 * alert that fails alone is ever given up.
 */
final class Round {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);
    private static final int PAGE = 500;
    private static final long PAGE_BYTES = 16 << 20;

    private final SinkSettings settings;
    private final Sink sink;
    private final SinkStore store;
    private final SinkFigures figures;
    private final Courier courier;
    private final InstantSource clock;
    private final Progress progress;
    private long aloneUntil;

    Round(
            SinkSettings settings,
            Sink sink,
            SinkStore store,
            SinkFigures figures,
            Courier courier,
            InstantSource clock) {
        this.settings = settings;
        this.sink = sink;
        this.store = store;
        this.figures = figures;
        this.courier = courier;
        this.clock = clock;
        this.progress = new Progress(store.positions(), settings, figures);
    }

    /** Looks up where the sink goes on, unless that was done; throws where the store fails. */
    void open() {
        progress.open();
    }

    /** Whether there was anything to do; throws where the store fails. */
    boolean run() throws InterruptedException {
        open();
        progress.save();
        return sendAgain() || sendNext();
    }

    /** Keeps how far it came. */
    void end() {
        try {
            progress.save();
        } catch (RuntimeException failed) {
            LOG.warn(
                    "How far the sink {} came could not be kept; its last alerts come again: {}",
                    settings.name(),
                    failed.getMessage());
        }
    }

    private boolean sendNext() throws InterruptedException {
        List<KeptAlert> page = store.outbox().after(progress.seq(), PAGE, PAGE_BYTES);
        if (page.isEmpty()) {
            return false;
        }
        List<KeptAlert> waiting = new ArrayList<>(page);
        waiting.removeIf(one -> !settings.selection().accepts(one.alert()));
        while (!waiting.isEmpty() && !courier.isStopping()) {
            progress.moveTo(waiting.getFirst().seq() - 1);
            send(waiting);
        }
        progress.moveTo(
                waiting.isEmpty() ? page.getLast().seq() : waiting.getFirst().seq() - 1);
        progress.saveNowAndThen();
        return true;
    }

    private void send(List<KeptAlert> waiting) throws InterruptedException {
        int most = waiting.getFirst().seq() <= aloneUntil ? 1 : sink.most();
        List<KeptAlert> batch = List.copyOf(waiting.subList(0, Math.min(most, waiting.size())));
        List<Receipt> receipts = deliver(batch);
        courier.sent();
        List<KeptAlert> sent = batch.subList(0, receipts.size());
        Receipt.@Nullable Later later = sent.size() > 1 && receipts.stream().allMatch(Receipt::isAnsweredFailure)
                ? divide(sent, receipts)
                : settle(sent, receipts, waiting);
        if (!receipts.stream().allMatch(Receipt.Later.class::isInstance)) {
            courier.succeeded();
        }
        if (later != null) {
            progress.moveTo(waiting.getFirst().seq() - 1);
            progress.save();
            courier.pause(later);
        } else {
            progress.saveNowAndThen();
        }
    }

    /** All failed together, so each is tried alone. */
    private Receipt.@Nullable Later divide(List<KeptAlert> sent, List<Receipt> receipts) {
        aloneUntil = sent.getLast().seq();
        return receipts.getFirst() instanceof Receipt.Later later ? later : null;
    }

    /** Takes what is done with off those that wait, and answers why others have to; null where none has. */
    private Receipt.@Nullable Later settle(List<KeptAlert> sent, List<Receipt> receipts, List<KeptAlert> waiting) {
        Receipt.@Nullable Later longest = null;
        for (int i = 0; i < sent.size(); i++) {
            KeptAlert alert = sent.get(i);
            switch (sent.size() == 1 ? counted(receipts.get(i)) : receipts.get(i)) {
                case Receipt.Taken taken -> waiting.remove(alert);
                case Receipt.Refused refused -> {
                    giveUp(alert, refused.reason());
                    waiting.remove(alert);
                }
                case Receipt.Later later -> {
                    aloneUntil = later.answered() ? Math.max(aloneUntil, alert.seq()) : aloneUntil;
                    longest = longer(longest, later);
                }
            }
        }
        return longest;
    }

    /** Counts a failed attempt at an alert that was sent alone; after many the receiver is taken to refuse it. */
    private Receipt counted(Receipt receipt) {
        return receipt instanceof Receipt.Later later
                        && later.answered()
                        && progress.fail() >= settings.backoff().attempts()
                ? new Receipt.Refused(later.reason())
                : receipt;
    }

    private static Receipt.Later longer(Receipt.@Nullable Later one, Receipt.Later other) {
        return one == null
                        || (other.after() != null
                                && (one.after() == null || other.after().compareTo(one.after()) > 0))
                ? other
                : one;
    }

    private void giveUp(KeptAlert alert, String reason) {
        store.letters().put(settings.name(), alert, reason, clock.instant());
        LOG.warn(
                "The sink {} gave up the alert {}, which is a dead letter now: {}",
                settings.name(),
                alert.alert().id(),
                reason);
    }

    private List<Receipt> deliver(List<KeptAlert> batch) {
        List<Receipt> receipts = tryDeliver(batch);
        long taken = receipts.stream().filter(Receipt.Taken.class::isInstance).count();
        if (taken > 0) {
            figures.delivered(taken, clock.instant());
        }
        receipts.stream()
                .filter(receipt -> !(receipt instanceof Receipt.Taken))
                .findFirst()
                .ifPresent(this::note);
        return receipts;
    }

    private void note(Receipt failure) {
        switch (failure) {
            case Receipt.Taken taken -> {}
            case Receipt.Refused refused -> figures.failed(refused.reason(), clock.instant());
            case Receipt.Later later -> figures.failed(later.reason(), clock.instant());
        }
    }

    /** What fails in Eqlair itself is taken for the alert's fault, so that it does not keep the others for ever. */
    private List<Receipt> tryDeliver(List<KeptAlert> batch) {
        try {
            return sink.deliver(batch.stream().map(KeptAlert::alert).toList());
        } catch (RuntimeException fault) {
            LOG.error("Sending alerts to the sink {} failed, which is a fault of Eqlair's.", settings.name(), fault);
            return Collections.nCopies(batch.size(), new Receipt.Later("A fault of Eqlair's: " + fault, true, null));
        }
    }

    /** Tries a dead letter once more, if one is to be; what is answered with an error stays one. */
    private boolean sendAgain() throws InterruptedException {
        Optional<DeadLetter> letter = store.letters().next(settings.name());
        Optional<KeptAlert> alert = letter.flatMap(one -> store.outbox().find(one.seq()));
        if (alert.isPresent()) {
            sendAgain(alert.get());
        } else {
            letter.ifPresent(gone -> store.letters().remove(settings.name(), gone.seq()));
        }
        return letter.isPresent();
    }

    private void sendAgain(KeptAlert alert) throws InterruptedException {
        switch (deliver(List.of(alert)).getFirst()) {
            case Receipt.Taken taken -> {
                store.letters().remove(settings.name(), alert.seq());
                courier.succeeded();
            }
            case Receipt.Refused refused -> giveUp(alert, refused.reason());
            case Receipt.Later later when later.answered() -> giveUp(alert, later.reason());
            case Receipt.Later later -> courier.pause(later);
        }
    }
}
