package io.eqlair.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.eqlair.store.AlertDatabase;
import io.eqlair.store.GroupCommit;
import io.eqlair.store.JdbcAlertStore;
import io.eqlair.store.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whoever stores alerts waits for no reader, and for nothing for ever. */
@Timeout(60)
class CommitConnectionsTest {

    @TempDir
    private Path directory;

    @Test
    void alertsAreStoredWhileReadersHaveAllConnections() throws SQLException {
        try (HikariDataSource pool = pool(TestDatabase.sqlite(directory).url());
                CommitConnections connections = CommitConnections.beside(pool);
                Connection reader = pool.getConnection()) {
            assertThat(reader.isValid(1)).isTrue();
            assertThatThrownBy(() -> new JdbcTemplate(pool).execute("select 1"))
                    .isInstanceOf(DataAccessException.class);
            assertThat(store(connections).add(List.of())).isEmpty();
        }
    }

    @Test
    void whereThereIsNoPoolThereIsNoOther() throws SQLException {
        DriverManagerDataSource source =
                new DriverManagerDataSource(TestDatabase.sqlite(directory).url());
        try (CommitConnections connections = CommitConnections.beside(source)) {
            assertThat(connections.source()).isSameAs(source);
        }
    }

    @Test
    void theyAreSetAsTheOthersAre() throws SQLException {
        try (HikariDataSource pool = pool("jdbc:postgresql://nowhere/alerts")) {
            pool.setUsername("ann");
            pool.setPassword("secret");
            try (CommitConnections connections = CommitConnections.beside(pool)) {
                HikariDataSource own = connections.source().unwrap(HikariDataSource.class);
                assertThat(own.getUsername()).isEqualTo("ann");
                assertThat(own.getPassword()).isEqualTo("secret");
                assertThat(own.getConnectionTimeout()).isEqualTo(pool.getConnectionTimeout());
                assertThat(own.getDataSourceProperties()).isEqualTo(pool.getDataSourceProperties());
                assertThat(own.getPoolName()).isEqualTo("alerts-commits");
            }
        }
    }

    @Test
    void everyCallToPostgresEnds() throws SQLException {
        try (HikariDataSource pool = pool(TestDatabase.postgres(directory).url())) {
            assertThat(shown(pool, "lock_timeout")).isEqualTo("10s");
            assertThat(shown(pool, "statement_timeout")).isEqualTo("25s");
            assertThat(pool.getDataSourceProperties()).containsEntry("socketTimeout", "30");
        }
    }

    @Test
    void theTablesAreMadeOverThem() throws SQLException {
        TestDatabase database = TestDatabase.postgres(directory);
        new JdbcTemplate(database.source()).execute("drop schema public cascade; create schema public");
        try (HikariDataSource pool = pool(database.url());
                CommitConnections connections = CommitConnections.beside(pool);
                GroupCommit commits = new GroupCommit(
                        store(connections),
                        new AlertDatabase(directory, connections.source(), "postgresql"),
                        1,
                        () -> {})) {
            assertThat(commits.obstacle()).isEmpty();
            assertThat(commits.add(List.of())).isEmpty();
        }
    }

    @Test
    void ownSettingsStay() throws SQLException {
        String url = TestDatabase.postgres(directory).url() + "&options=-c%20statement_timeout=7s";
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(url);
            pool.addDataSourceProperty("socketTimeout", "7");
            new PostgresTimeouts().postProcessBeforeInitialization(pool, "dataSource");
            assertThat(shown(pool, "statement_timeout")).isEqualTo("7s");
            assertThat(shown(pool, "lock_timeout")).isEqualTo("10s");
            assertThat(pool.getDataSourceProperties()).containsEntry("socketTimeout", "7");
        }
    }

    /** The setting is that of whoever does not want to wait as long as others. */
    @Test
    void aLockThatIsHeldIsAnErrorAndNoHang() throws SQLException {
        TestDatabase database = TestDatabase.postgres(directory);
        try (HikariDataSource pool = pool(database.url() + "&options=-c%20lock_timeout=300ms");
                CommitConnections connections = CommitConnections.beside(pool);
                Connection other = database.source().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            assertThat(statement.executeUpdate("update store_state set value = value where name = 'last_seq'"))
                    .isEqualTo(1);
            long begin = System.nanoTime();
            assertThatThrownBy(() -> store(connections).add(List.of()))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("lock timeout");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
            other.rollback();
            assertThat(store(connections).add(List.of())).isEmpty();
        }
    }

    private static JdbcAlertStore store(CommitConnections connections) {
        return new JdbcAlertStore(connections.jdbc(), connections.transactions());
    }

    /** One connection for all readers. */
    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setPoolName("alerts");
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(500);
        pool.setInitializationFailTimeout(-1);
        new PostgresTimeouts().postProcessBeforeInitialization(pool, "dataSource");
        return pool;
    }

    private static String shown(HikariDataSource pool, String setting) {
        return String.valueOf(new JdbcTemplate(pool).queryForObject("show " + setting, String.class));
    }
}
