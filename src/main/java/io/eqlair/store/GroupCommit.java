package io.eqlair.store;

import io.eqlair.alert.RaisedAlert;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionSystemException;

/**
 * Stores what comes from several requests in one transaction: while one is on its way to the disk, the alerts of all who come
 * meanwhile gather for the next. Thread-safe; callers wait until theirs are stored.
 *
 * <p>When the database fails, everybody is refused at once, until a write each second has gone well.
 */
public final class GroupCommit implements AlertStore, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    /** Of the events of alerts in one transaction, if they are of several requests. */
    private static final long MOST_BYTES = 64 << 20;

    /** What one caller wants stored. */
    private record Request(List<RaisedAlert> raised, CompletableFuture<List<Outcome>> done) {

        long bytes() {
            return raised.stream().mapToLong(one -> one.alert().bytes()).sum();
        }
    }

    private final AlertStore store;
    private final AlertDatabase database;
    private final int mostAlerts;
    private final Runnable stored;
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final Thread thread;
    private volatile @Nullable String obstacle = "it is being opened";
    private volatile boolean closing;
    private volatile boolean ended;
    private boolean prepared;

    /**
     * Starts to store.
     *
     * @param mostAlerts of several requests in one transaction; those of one request are never divided
     * @param stored told after each transaction, by the thread that all wait for
     */
    public GroupCommit(AlertStore store, AlertDatabase database, int mostAlerts, Runnable stored) {
        this.store = store;
        this.database = database;
        this.mostAlerts = mostAlerts;
        this.stored = stored;
        probe();
        this.thread = Thread.ofPlatform().name("alert-commits").daemon().start(this::loop);
    }

    /** Why nothing can be stored at the moment; empty where it can. */
    public Optional<String> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    /** How many transactions there were. */
    public long commits() {
        return commits.get();
    }

    /** How many of them failed. */
    public long failures() {
        return failures.get();
    }

    @Override
    public List<Outcome> add(List<RaisedAlert> raised) {
        String reason = obstacle;
        if (reason != null) {
            throw new StoreUnavailable(reason, null);
        }
        Request request = new Request(raised, new CompletableFuture<>());
        requests.add(request);
        if (ended) {
            refuseAll();
        }
        try {
            return request.done().join();
        } catch (CompletionException failed) {
            throw new StoreUnavailable(reason(failed.getCause()), failed.getCause());
        }
    }

    private void loop() {
        try {
            while (!closing || !requests.isEmpty()) {
                Request first = requests.poll(1, TimeUnit.SECONDS);
                if (first != null) {
                    store(group(first));
                } else if (obstacle != null && !closing) {
                    probe();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        ended = true;
        refuseAll();
    }

    private List<Request> group(Request first) {
        List<Request> group = new ArrayList<>(List.of(first));
        long alerts = first.raised().size();
        long bytes = first.bytes();
        for (Request next = requests.peek(); next != null; next = requests.peek()) {
            alerts += next.raised().size();
            bytes += next.bytes();
            if (alerts > mostAlerts || bytes > MOST_BYTES) {
                break;
            }
            group.add(requests.remove());
        }
        return group;
    }

    /**
     * Where all together fail and the database takes something all the same, each is tried alone: one that cannot be stored is not to
     * keep the others from it.
     */
    private void store(List<Request> group) {
        Throwable failure = tryStore(group);
        if (failure == null) {
            return;
        }
        if (!takesAnything(failure)) {
            group.forEach(request -> request.done().completeExceptionally(failure));
            refuseAll();
        } else if (group.size() > 1) {
            group.forEach(request -> store(List.of(request)));
        } else {
            LOG.error(
                    "{} alerts cannot be stored, though others can.",
                    group.getFirst().raised().size(),
                    failure);
            group.getFirst().done().completeExceptionally(failure);
        }
    }

    /** An error must not end the thread that all wait for. */
    private @Nullable Throwable tryStore(List<Request> group) {
        try {
            commits.incrementAndGet();
            tell(
                    group,
                    store.add(group.stream()
                            .flatMap(request -> request.raised().stream())
                            .toList()));
            return null;
        } catch (RuntimeException | Error failed) {
            failures.incrementAndGet();
            return failed;
        }
    }

    private void tell(List<Request> group, List<Outcome> outcomes) {
        int from = 0;
        for (Request request : group) {
            int to = from + request.raised().size();
            request.done().complete(outcomes.subList(from, to));
            from = to;
        }
        stored.run();
    }

    private boolean takesAnything(Throwable failure) {
        try {
            database.check();
            return true;
        } catch (RuntimeException | Error full) {
            obstacle = reason(failure);
            LOG.error("Alerts cannot be stored, and events are refused until they can: {}", obstacle, failure);
            return false;
        }
    }

    /** Nobody waits for what does not come. */
    private void refuseAll() {
        List<Request> waiting = new ArrayList<>();
        requests.drainTo(waiting);
        IllegalStateException refusal = new IllegalStateException(obstacle);
        waiting.forEach(request -> request.done().completeExceptionally(refusal));
    }

    private void probe() {
        try {
            if (!prepared) {
                database.prepare();
                prepared = true;
            }
            database.check();
            obstacle = closing ? obstacle : null;
            LOG.info("Alerts are stored.");
        } catch (RuntimeException | Error still) {
            String reason = reason(still);
            if (!reason.equals(obstacle)) {
                LOG.error("Alerts cannot be stored: {}", reason, still);
            }
            obstacle = reason;
        }
    }

    /** What the database itself says, on one line. SQLite ends a transaction by itself when the disk is full, so that the end fails, too. */
    private static String reason(@Nullable Throwable failure) {
        Throwable cause = failure instanceof TransactionSystemException ended && ended.getApplicationException() != null
                ? ended.getApplicationException()
                : failure;
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause == null
                ? "unknown"
                : String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ");
    }

    /** Stores what is on its way, and no more. */
    @Override
    public void close() {
        obstacle = "the service is being stopped";
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
