package io.eqlair.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The alerts that sinks have given up, until they are taken after all, dropped, or their alerts deleted. Thread-safe. */
public final class DeadLetters {

    private static final String SELECT =
            "select seq, alert_id, reason, given_up, again from dead_letters where sink = :sink";
    private static final String PUT = "insert into dead_letters (sink, seq, alert_id, reason, given_up, again)"
            + " values (:sink, :seq, :id, :reason, :now, 0) on conflict (sink, seq)"
            + " do update set reason = excluded.reason, given_up = excluded.given_up, again = 0";

    private final JdbcClient jdbc;

    public DeadLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives an alert up, be it for the first time or again. */
    public void put(String sink, KeptAlert alert, String reason, Instant now) {
        int unused = jdbc.sql(PUT)
                .param("sink", sink)
                .param("seq", alert.seq())
                .param("id", alert.alert().id())
                .param("reason", ColumnText.of(reason))
                .param("now", AlertRows.nanos(now))
                .update();
    }

    /** Forgets one, as its alert was taken after all or is gone. */
    public void remove(String sink, long seq) {
        int unused = jdbc.sql("delete from dead_letters where sink = :sink and seq = :seq")
                .param("sink", sink)
                .param("seq", seq)
                .update();
    }

    public long count(String sink) {
        return jdbc.sql("select count(*) from dead_letters where sink = :sink")
                .param("sink", sink)
                .query(Long.class)
                .single();
    }

    /** A page of a sink's, in the order of their alerts. */
    public List<DeadLetter> page(String sink, long from, int size) {
        return jdbc.sql(SELECT + " order by seq limit :size offset :from")
                .param("sink", sink)
                .param("size", size)
                .param("from", from)
                .query(DeadLetters::letter)
                .list();
    }

    /** The first of a sink's that are to be tried again. */
    public Optional<DeadLetter> next(String sink) {
        return jdbc.sql(SELECT + " and again = 1 order by seq limit 1")
                .param("sink", sink)
                .query(DeadLetters::letter)
                .optional();
    }

    /** Has them tried again, and answers how many. */
    public int retry(String sink, @Nullable String alertId) {
        return some("update dead_letters set again = 1 where sink = :sink", sink, alertId);
    }

    /** Drops them, and answers how many. */
    public int drop(String sink, @Nullable String alertId) {
        return some("delete from dead_letters where sink = :sink", sink, alertId);
    }

    private int some(String change, String sink, @Nullable String alertId) {
        StatementSpec all = jdbc.sql(alertId == null ? change : change + " and alert_id = :id")
                .param("sink", sink);
        return (alertId == null ? all : all.param("id", alertId)).update();
    }

    private static DeadLetter letter(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                row.getLong("seq"),
                row.getString("alert_id"),
                row.getString("reason"),
                AlertRows.instant(row.getLong("given_up")),
                row.getInt("again") != 0);
    }
}
