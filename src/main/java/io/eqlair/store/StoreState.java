package io.eqlair.store;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The numbers that the store keeps of itself:
 *
 * <pre>
 * last_seq 1024   the number of the latest alert
 * alerts    980   how many there are
 * bytes  612400   of their documents, and CountedDetections.BYTES for each detection that was counted on one
 * </pre>
 *
 * Whoever changes alerts locks the first before all else, so that nobody waits for anybody in a circle.
 */
final class StoreState {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    StoreState(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batches = jdbc;
    }

    /**
     * Takes numbers for so many alerts, and keeps all others from taking any until the transaction is over: so numbers become visible
     * in their order, and nobody else decides about alerts meanwhile.
     *
     * @return the number before the first
     */
    long takeNumbers(int count) {
        long last = jdbc.sql("update store_state set value = value + :count where name = 'last_seq' returning value")
                .param("count", count)
                .query(Long.class)
                .single();
        return last - count;
    }

    /** Keeps all others from changing alerts until the transaction is over. */
    void lock() {
        long unused = takeNumbers(0);
    }

    /** Up to which number alerts are to be seen: what is stored later has a higher one. */
    long lastSeq() {
        return value("last_seq");
    }

    long alerts() {
        return value("alerts");
    }

    long bytes() {
        return value("bytes");
    }

    private long value(String name) {
        return jdbc.sql("select value from store_state where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    /** Notes that there are more alerts, or fewer; within their transaction. */
    void add(long alerts, long bytes) {
        batches.batchUpdate(
                "update store_state set value = value + ? where name = ?",
                List.of(new Object[] {alerts, "alerts"}, new Object[] {bytes, "bytes"}));
    }
}
