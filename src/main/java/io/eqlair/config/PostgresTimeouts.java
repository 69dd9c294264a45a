package io.eqlair.config;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Properties;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Has each call to a PostgreSQL end: with an error, where the server is gone or somebody else holds what is needed. What the settings,
 * the URL, the user or the database say of the same stays as it is.
 *
 * <pre>
 * server is gone    connectTimeout 5 s, socketTimeout 30 s   the driver gives up
 * row is locked     lock_timeout 10 s                        the server does, before who sends events does
 * long question     statement_timeout 25 s                   likewise, before the driver closes the connection
 * </pre>
 */
final class PostgresTimeouts implements BeanPostProcessor {

    /** In seconds; in the driver, a URL wins over them. */
    private static final Map<String, String> DRIVER =
            Map.of("connectTimeout", "5", "socketTimeout", "30", "tcpKeepAlive", "true");

    /** Where nobody has set anything, both are 0. A server option would do the same, but poolers between refuse those. */
    private static final String SERVER =
            "select set_config(name, value, false) from (values ('lock_timeout', '10s'), ('statement_timeout', '25s'))"
                    + " as ours (name, value) where current_setting(name) = '0'";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
            limit(pool);
        }
        return bean;
    }

    private static void limit(HikariDataSource pool) {
        Properties given = pool.getDataSourceProperties();
        DRIVER.forEach(given::putIfAbsent);
        if (pool.getConnectionInitSql() == null) {
            pool.setConnectionInitSql(SERVER);
        }
    }
}
