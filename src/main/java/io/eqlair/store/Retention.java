package io.eqlair.store;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes the oldest alerts where there are too many, a few in each transaction, so that whoever stores new ones never waits for
 * long. What hangs on an alert goes with it. Several services may do so at once. For one thread; the figures are for all.
 */
public final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** Alerts that are deleted in one transaction. */
    private static final int MOST_DELETED = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final StoreState state;
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
     * @param bytes of the documents of all alerts
     */
    public record Settings(Duration age, long bytes) {}

    /** A row that is to be deleted. */
    private record Old(long seq, long bytes) {}

    /** The clock says how old alerts are. */
    public Retention(JdbcTemplate jdbc, TransactionTemplate transactions, Settings settings, InstantSource clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.transactions = transactions;
        this.state = new StoreState(jdbc);
        this.settings = settings;
        this.clock = clock;
    }

    /** Deletes what is too old, then what is too much. */
    public void run() {
        deleteOld();
        deleteExcess();
        alerts = state.alerts();
        bytes = state.bytes();
    }

    private void deleteOld() {
        Instant now = clock.instant();
        long before = AlertRows.minus(AlertRows.nanos(now), settings.age());
        long deleted = 0;
        for (int last = MOST_DELETED; last == MOST_DELETED; deleted += last) {
            last = inTransaction(() -> delete(oldest(before)));
            tooOld.addAndGet(last);
        }
        if (deleted > 0) {
            LOG.info(
                    "{} alerts were deleted that were older than {} (eqlair.alerts.retention).",
                    deleted,
                    text(settings.age()));
        }
    }

    private void deleteExcess() {
        long deleted = 0;
        for (int last = 1; last > 0; deleted += last) {
            last = inTransaction(() -> delete(excess(state.bytes() - settings.bytes())));
            tooMany.addAndGet(last);
        }
        if (deleted > 0) {
            LOG.warn(
                    "The {} oldest alerts were deleted, as there were more than {} bytes of alerts (eqlair.alerts.bytes).",
                    deleted,
                    settings.bytes());
        }
    }

    private int inTransaction(IntSupplier deleting) {
        return requireNonNull(transactions.execute(status -> {
            state.lock();
            return deleting.getAsInt();
        }));
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
        return jdbc.sql("select seq, length(document) as bytes from alerts where detected_at < :before"
                        + " order by detected_at, seq limit :most")
                .param("before", before)
                .param("most", MOST_DELETED)
                .query((row, number) -> new Old(row.getLong("seq"), row.getLong("bytes")))
                .list();
    }

    private int delete(List<Old> some) {
        if (!some.isEmpty()) {
            int unused = jdbc.sql("delete from alerts where seq in (:seqs)")
                    .param("seqs", some.stream().map(Old::seq).toList())
                    .update();
            state.add(-some.size(), -some.stream().mapToLong(Old::bytes).sum());
        }
        return some.size();
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

    /** How many bytes their documents had. */
    public long bytes() {
        return bytes;
    }
}
