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
        return sqlite(directory, "NORMAL");
    }

    /** One in a file, which waits for the disk with each transaction, as that of the service does. */
    public static TestDatabase durableSqlite(Path directory) {
        return sqlite(directory, "FULL");
    }

    private static TestDatabase sqlite(Path directory, String synchronous) {
        String url = "jdbc:sqlite:" + directory.resolve("alerts.db") + "?journal_mode=WAL&synchronous=" + synchronous
                + "&busy_timeout=5000&foreign_keys=true";
        return of(url, directory, "sqlite");
    }

    /** A new one in the one server that all tests share; it is stopped with the tests. */
    public static synchronized TestDatabase postgres(Path directory) {
        try {
            server = server == null ? EmbeddedPostgres.start() : server;
            String name = String.format(Locale.ROOT, "alerts_%d", NUMBERS.incrementAndGet());
            new JdbcTemplate(server.getPostgresDatabase()).execute("create database " + name);
            return of(server.getJdbcUrl("postgres", name), directory, "postgresql");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestDatabase of(String url, Path directory, String vendor) {
        DataSource source = pool(url);
        AlertDatabase database = new AlertDatabase(directory, source, vendor);
        database.prepare();
        return new TestDatabase(url, source, database);
    }

    /** Holds nothing for long: many databases share one server. */
    private static DataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        return new HikariDataSource(config);
    }

    /** A store that knows nothing but what is in the database. */
    public JdbcAlertStore store() {
        return new JdbcAlertStore(
                new JdbcTemplate(source), new TransactionTemplate(new JdbcTransactionManager(source)));
    }
}
