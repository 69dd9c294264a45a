package io.eqlair.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads alerts. Thread-safe. */
public final class AlertQueries {

    private final JdbcClient jdbc;
    private final AlertRows rows;

    public AlertQueries(JdbcClient jdbc, JdbcAlertStore store) {
        this.jdbc = jdbc;
        this.rows = store.rows();
    }

    /** The latest alerts, newest first. */
    public List<KeptAlert> latest(int most) {
        return jdbc.sql("select " + AlertRows.COLUMNS + " from alerts order by seq desc limit :most")
                .param("most", most)
                .query(rows::alert)
                .list();
    }
}
