package io.eqlair.store;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes the oldest alerts where there are too many, a few in each transaction and with pauses, so that whoever stores new ones
 * never waits for long. What hangs on an alert goes before it. Several services may do so at once. For one thread; the figures are for all.
 */
public final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** Alerts that are deleted in one transaction. */
    private static final int MOST_DELETED = 200;

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final StoreState state;
    private final AlertDeletion deletion;
    private final Settings settings;
    private final InstantSource clock;
    private final AtomicLong tooOld = new AtomicLong();
    private final AtomicLong tooMany = new AtomicLong();
    private volatile long alerts;
    private volatile long bytes;

    /**
     * How much is kept.
     *
     * @param age how long an alert is kept after it was detected
     * @param bytes of the documents of all alerts, and of what is remembered of detections that were counted on them
     */
    public record Settings(Duration age, long bytes) {}

    /** What passes between two transactions. */
    @FunctionalInterface
    public interface Pause {

        /** Waits for so long, unless it is time to end; answers whether it is. */
        boolean untilEnd(Duration length) throws InterruptedException;
    }

    /** A row that is to be deleted, with the bytes of all that hangs on it. */
    private record Old(long seq, long bytes) {}

    /** The clock says how old alerts are. */
    public Retention(JdbcTemplate jdbc, TransactionTemplate transactions, Settings settings, InstantSource clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.transactions = transactions;
        this.state = new StoreState(jdbc);
        this.deletion = new AlertDeletion(jdbc, state);
        this.settings = settings;
        this.clock = clock;
    }

    /** Deletes what is too old, then what is too much, until nothing is left of it or it is time to end. */
    public void run(Pause pause) throws InterruptedException {
        Run run = new Run(pause);
        run.deleteOld();
        run.deleteExcess();
        alerts = state.alerts();
        bytes = state.bytes();
    }

    /** One run: it ends between two transactions. */
    private final class Run {

        private final Pause pause;
        private boolean ended;

        Run(Pause pause) {
            this.pause = pause;
        }

        void deleteOld() throws InterruptedException {
            long before = AlertRows.minus(AlertRows.nanos(clock.instant()), settings.age());
            long deleted = delete(() -> oldest(before), tooOld);
            if (deleted > 0) {
                LOG.info(
                        "{} alerts were deleted that were older than {} (eqlair.alerts.retention).",
                        deleted,
                        text(settings.age()));
            }
        }

        void deleteExcess() throws InterruptedException {
            long deleted = delete(() -> excess(state.bytes() - settings.bytes()), tooMany);
            if (deleted > 0) {
                LOG.warn(
                        "The {} oldest alerts were deleted, as there were more than {} bytes of alerts (eqlair.alerts.bytes).",
                        deleted,
                        settings.bytes());
            }
        }

        private long delete(Supplier<List<Old>> choice, AtomicLong counter) throws InterruptedException {
            long deleted = 0;
            List<Long> seqs = chosen(choice);
            while (!seqs.isEmpty() && !ended) {
                List<Long> some = seqs;
                OptionalInt gone = inTransaction(() -> deletion.portion(some));
                counter.addAndGet(gone.orElse(0));
                deleted += gone.orElse(0);
                seqs = gone.isEmpty() ? some : chosen(choice);
            }
            return deleted;
        }

        /** Locked too: what others are deleting at the moment is chosen once more, and not what comes after it. */
        private List<Long> chosen(Supplier<List<Old>> choice) throws InterruptedException {
            return ended
                    ? List.of()
                    : inTransaction(() -> choice.get().stream().map(Old::seq).toList());
        }

        /** Then leaves the database to others for as long: some let one who asks again at once have it before all who wait. */
        private <T> T inTransaction(Supplier<T> work) throws InterruptedException {
            long begin = System.nanoTime();
            T result = requireNonNull(transactions.execute(status -> {
                state.lock();
                return work.get();
            }));
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            ended = pause.untilEnd(taken.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : taken);
            return result;
        }
    }

    private List<Old> excess(long excess) {
        List<Old> some = new ArrayList<>();
        long left = excess;
        for (Old old : left > 0 ? oldest(Long.MAX_VALUE) : List.<Old>of()) {
            if (left > 0) {
                some.add(old);
                left -= old.bytes();
            }
        }
        return some;
    }

    private List<Old> oldest(long before) {
        return jdbc.sql("select seq, length(document) + " + CountedDetections.BYTES
                        + " * suppressed as bytes from alerts where detected_at < :before"
                        + " order by detected_at, seq limit :most")
                .param("before", before)
                .param("most", MOST_DELETED)
                .query((row, number) -> new Old(row.getLong("seq"), row.getLong("bytes")))
                .list();
    }

    private static String text(Duration age) {
        return age.toString().substring(1).replace("T", "").toLowerCase(Locale.ROOT);
    }

    /** How many alerts were deleted because they were too old. */
    public long tooOld() {
        return tooOld.get();
    }

    /** How many were deleted because there were too many. */
    public long tooMany() {
        return tooMany.get();
    }

    /** How many alerts there were after the last run. */
    public long alerts() {
        return alerts;
    }

    /** How many bytes they had. */
    public long bytes() {
        return bytes;
    }
}
