package io.eqlair.sink;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.eqlair.alert.Alert;
import io.eqlair.alert.RaisedAlert;
import io.eqlair.store.AlertDatabase;
import io.eqlair.store.CommitSignal;
import io.eqlair.store.DeadLetters;
import io.eqlair.store.GroupCommit;
import io.eqlair.store.JdbcAlertStore;
import io.eqlair.store.Outbox;
import io.eqlair.store.SinkPositions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of alerts, opened anew by each of these as by each start of the service. */
final class Database implements AutoCloseable {

    private final HikariDataSource pool;
    private final GroupCommit commits;
    final JdbcClient jdbc;
    final SinkStore store;

    private Database(Path directory, String url, String vendor) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        this.pool = new HikariDataSource(config);
        JdbcTemplate template = new JdbcTemplate(pool);
        this.jdbc = JdbcClient.create(template);
        JdbcAlertStore alerts = new JdbcAlertStore(template, new TransactionTemplate(new JdbcTransactionManager(pool)));
        CommitSignal signal = new CommitSignal();
        this.commits = new GroupCommit(alerts, new AlertDatabase(directory, pool, vendor), 100, signal::raise);
        this.store =
                new SinkStore(new Outbox(template, alerts), new SinkPositions(jdbc), new DeadLetters(jdbc), signal);
    }

    static Database sqlite(Path directory) {
        String url = "jdbc:sqlite:" + directory.resolve("alerts.db")
                + "?journal_mode=WAL&synchronous=NORMAL&busy_timeout=5000&foreign_keys=true";
        return new Database(directory, url, "sqlite");
    }

    static Database postgres(Path directory, String url) {
        return new Database(directory, url, "postgresql");
    }

    void raise(String... ids) {
        add(Stream.of(ids).map(Alerts::alert).toList());
    }

    void add(List<Alert> alerts) {
        commits.add(alerts.stream().map(alert -> new RaisedAlert(alert, null)).toList());
    }

    @Override
    public void close() {
        commits.close();
        pool.close();
    }
}
