package io.eqlair.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database of alerts for a test, with its tables.
 *
 * @param url for JDBC, with all that it takes to get in
 */
public record TestDatabase(String url, DataSource source, AlertDatabase database) {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    /** One in a file. */
    public static TestDatabase sqlite(Path directory) {
        String url = "jdbc:sqlite:" + directory.resolve("alerts.db")
                + "?journal_mode=WAL&synchronous=NORMAL&busy_timeout=5000&foreign_keys=true";
        return of(url, new DriverManagerDataSource(url), directory, "sqlite");
    }

    /** A new one in the one server that all tests share; it is stopped with the tests. */
    public static synchronized TestDatabase postgres(Path directory) {
        try {
            server = server == null ? EmbeddedPostgres.start() : server;
            String name = String.format(Locale.ROOT, "alerts_%d", NUMBERS.incrementAndGet());
            new JdbcTemplate(server.getPostgresDatabase()).execute("create database " + name);
            String url = server.getJdbcUrl("postgres", name);
            return of(url, pool(url), directory, "postgresql");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To connect takes longer than most queries of tests. What a test leaves open is closed a little later. */
    private static DataSource pool(String url) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setMaximumPoolSize(6);
        settings.setMinimumIdle(0);
        settings.setIdleTimeout(10_000);
        return new HikariDataSource(settings);
    }

    private static TestDatabase of(String url, DataSource source, Path directory, String vendor) {
        AlertDatabase database = new AlertDatabase(directory, source, vendor);
        database.prepare();
        return new TestDatabase(url, source, database);
    }

    /** A store that knows nothing but what is in the database. */
    public JdbcAlertStore store() {
        return new JdbcAlertStore(jdbc(), transactions());
    }

    /** What reads it. */
    AlertQueries queries() {
        return new AlertQueries(jdbc(), store(), QueryLimits.DEFAULT);
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(source);
    }

    TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }
}
