package io.eqlair.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database itself: made when it is first needed, and asked whether it takes anything. */
public final class AlertDatabase {

    private static final int PROBE_BYTES = 256 * 1024;

    private final Path directory;
    private final DataSource dataSource;
    private final String vendor;
    private final JdbcClient jdbc;

    /**
     * A database, untouched.
     *
     * @param directory where one that is a file lies; made if it is not there
     * @param vendor whose SQL it speaks: {@code sqlite} or {@code postgresql}
     */
    public AlertDatabase(Path directory, DataSource dataSource, String vendor) {
        this.directory = directory;
        this.dataSource = dataSource;
        this.vendor = vendor;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Makes the tables that are not there yet; throws what is in the way. */
    void prepare() {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/" + vendor)
                .load()
                .migrate();
    }

    /**
     * Writes as much as some alerts need, and throws what is in the way: a database that can be read may still be full, and one that
     * is full still takes what fits into its last page.
     */
    void check() {
        int written = jdbc.sql("insert into store_probes (content) values (:content)")
                .param("content", new byte[PROBE_BYTES])
                .update();
        int cleared = jdbc.sql("delete from store_probes").update();
        if (written + cleared < 2) {
            throw new IllegalStateException("the database says that it wrote nothing");
        }
    }
}
