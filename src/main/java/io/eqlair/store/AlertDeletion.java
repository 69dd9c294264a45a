package io.eqlair.store;

import java.util.List;
import java.util.OptionalInt;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes alerts in portions: first what hangs on them, of which one alert may have millions, then the alerts. The store's numbers
 * change with each portion. For one thread.
 *
 * <pre>
 * alerts 17, 18    2,000 detections counted on 17
 *                  1,400 detections counted on 17, 3 changes of 18, alerts 17 and 18
 * </pre>
 */
final class AlertDeletion {

    /** What hangs on alerts and is deleted in one transaction. */
    static final int MOST_DETAILS = 2_000;

    private final JdbcClient jdbc;
    private final StoreState state;

    AlertDeletion(JdbcTemplate jdbc, StoreState state) {
        this.jdbc = JdbcClient.create(jdbc);
        this.state = state;
    }

    /**
     * Deletes a portion, within a transaction that has the store locked.
     *
     * @param seqs of the alerts; some may be gone meanwhile
     * @return how many alerts are deleted now; empty where something still hangs on them, and none is
     */
    OptionalInt portion(List<Long> seqs) {
        List<String> ids = jdbc.sql("select id from alerts where seq in (:seqs)")
                .param("seqs", seqs)
                .query((row, number) -> row.getString("id"))
                .list();
        if (ids.isEmpty()) {
            return OptionalInt.of(0);
        }
        int counted = details("suppressed_detections", "id", ids, MOST_DETAILS);
        state.add(0, -counted * CountedDetections.BYTES);
        int details = counted + details("alert_changes", "change_key", ids, MOST_DETAILS - counted);
        return details < MOST_DETAILS ? OptionalInt.of(alerts(seqs)) : OptionalInt.empty();
    }

    private int details(String table, String key, List<String> ids, int most) {
        String some = "select " + key + " from " + table + " where alert_id in (:ids) limit :most";
        return jdbc.sql("delete from " + table + " where " + key + " in (" + some + ")")
                .param("ids", ids)
                .param("most", most)
                .update();
    }

    private int alerts(List<Long> seqs) {
        long bytes = jdbc.sql("select coalesce(sum(length(document)), 0) from alerts where seq in (:seqs)")
                .param("seqs", seqs)
                .query(Long.class)
                .single();
        int deleted = jdbc.sql("delete from alerts where seq in (:seqs)")
                .param("seqs", seqs)
                .update();
        state.add(-deleted, -bytes);
        return deleted;
    }
}
