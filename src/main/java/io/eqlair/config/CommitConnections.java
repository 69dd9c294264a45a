package io.eqlair.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Connections for the one who stores alerts, and for nobody else: however many lists, summaries, streams and sinks are being read,
 * no event waits for them. Set as the others are, but for their number. No bean is a data source besides the one that all others use.
 */
final class CommitConnections implements AutoCloseable {

    /** One to write; what makes the tables takes two. */
    private static final int MOST = 2;

    private final DataSource source;
    private final @Nullable HikariDataSource own;

    private CommitConnections(DataSource source, @Nullable HikariDataSource own) {
        this.source = source;
        this.own = own;
    }

    /** Others beside those of a source; the source itself where it is not a pool of the usual kind. */
    static CommitConnections beside(DataSource source) throws SQLException {
        if (!source.isWrapperFor(HikariDataSource.class)) {
            return new CommitConnections(source, null);
        }
        HikariDataSource own = another(source.unwrap(HikariDataSource.class));
        return new CommitConnections(own, own);
    }

    private static HikariDataSource another(HikariDataSource pool) {
        HikariDataSource own = new HikariDataSource();
        HikariConfig given = pool;
        given.copyStateTo(own);
        own.setCredentials(given.getCredentials());
        own.setPoolName(given.getPoolName() + "-commits");
        own.setMaximumPoolSize(MOST);
        own.setMinimumIdle(1);
        return own;
    }

    DataSource source() {
        return source;
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(source);
    }

    TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
