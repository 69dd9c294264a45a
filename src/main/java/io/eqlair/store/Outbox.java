package io.eqlair.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Alerts in the order in which they were stored, for those who send them on. Thread-safe. */
public final class Outbox {

    /** A number and what the document behind it takes. */
    private record Size(long seq, long bytes) {}

    private final JdbcClient jdbc;
    private final AlertRows rows;

    public Outbox(JdbcTemplate jdbc, JdbcAlertStore store) {
        this.jdbc = JdbcClient.create(jdbc);
        this.rows = store.rows().over(jdbc);
    }

    /**
     * The alerts that come after one.
     *
     * @param most alerts
     * @param mostBytes of their documents; the first comes whatever its size
     */
    public List<KeptAlert> after(long seq, int most, long mostBytes) {
        long last = lastWithin(seq, most, mostBytes);
        if (last == seq) {
            return List.of();
        }
        List<KeptAlert> found = rows.alerts(jdbc.sql("select " + AlertRows.COLUMNS
                        + " from alerts where seq > :seq and seq <= :last order by seq limit :most")
                .param("seq", seq)
                .param("last", last)
                .param("most", most));
        return found.isEmpty() ? after(last, most, mostBytes) : found; // deleted meanwhile, or none can be read
    }

    /** Sizes are asked first, so that what is not wanted is never in memory. */
    private long lastWithin(long seq, int most, long mostBytes) {
        List<Size> sizes = jdbc.sql(
                        "select seq, length(document) as bytes from alerts where seq > :seq order by seq limit :most")
                .param("seq", seq)
                .param("most", most)
                .query((row, number) -> new Size(row.getLong("seq"), row.getLong("bytes")))
                .list();
        long last = seq;
        long bytes = 0;
        for (Size size : sizes) {
            bytes += size.bytes();
            if (bytes > mostBytes && last != seq) {
                return last;
            }
            last = size.seq();
        }
        return last;
    }

    /** One alert; empty where it is not there any more. */
    public Optional<KeptAlert> find(long seq) {
        return rows
                .alerts(jdbc.sql("select " + AlertRows.COLUMNS + " from alerts where seq = :seq")
                        .param("seq", seq))
                .stream()
                .findFirst();
    }

    /**
     * How many alerts come after one.
     *
     * @param most that are counted; where there are more, the distance of their numbers is answered, which may be too high
     */
    public long count(long seq, int most) {
        long counted = jdbc.sql("select count(*) from (select seq from alerts where seq > :seq limit :most) as counted")
                .param("seq", seq)
                .param("most", most)
                .query(Long.class)
                .single();
        return counted < most ? counted : Math.max(most, last() - seq);
    }

    private long last() {
        return jdbc.sql("select value from store_state where name = 'last_seq'")
                .query(Long.class)
                .single();
    }

    /** When the first alert after one was raised; empty where there is none. */
    public Optional<Instant> firstAfter(long seq) {
        return jdbc.sql("select detected_at from alerts where seq > :seq order by seq limit 1")
                .param("seq", seq)
                .query((row, number) -> AlertRows.instant(row.getLong("detected_at")))
                .optional();
    }
}
