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

    /** What one caller wants stored. */
    private record Request(List<RaisedAlert> raised, CompletableFuture<List<Outcome>> done) {}

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
                } else if (obstacle != null) {
                    probe();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Request> group(Request first) {
        List<Request> group = new ArrayList<>(List.of(first));
        int alerts = first.raised().size();
        for (Request next = requests.peek();
                next != null && alerts + next.raised().size() <= mostAlerts;
                next = requests.peek()) {
            group.add(requests.remove());
            alerts += next.raised().size();
        }
        return group;
    }

    /** Where all together fail, each is tried alone: one that cannot be stored is not to keep the others from it. */
    private void store(List<Request> group) {
        RuntimeException failure = tryStore(group);
        if (failure != null && group.size() == 1) {
            obstruct(failure);
            group.getFirst().done().completeExceptionally(failure);
        } else if (failure != null) {
            group.forEach(request -> store(List.of(request)));
        }
    }

    private @Nullable RuntimeException tryStore(List<Request> group) {
        try {
            commits.incrementAndGet();
            tell(
                    group,
                    store.add(group.stream()
                            .flatMap(request -> request.raised().stream())
                            .toList()));
            return null;
        } catch (RuntimeException failed) {
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

    private void obstruct(RuntimeException why) {
        obstacle = reason(why);
        LOG.error("Alerts cannot be stored, and events are refused until they can: {}", obstacle, why);
    }

    private void probe() {
        try {
            if (!prepared) {
                database.prepare();
                prepared = true;
            }
            database.check();
            obstacle = null;
            LOG.info("Alerts are stored.");
        } catch (RuntimeException still) {
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
