package io.eqlair.config;

import io.eqlair.api.alerts.AlertStreams;
import io.eqlair.repository.DataDirectory;
import io.eqlair.store.AlertDatabase;
import io.eqlair.store.AlertQueries;
import io.eqlair.store.AlertSummaries;
import io.eqlair.store.AlertTriage;
import io.eqlair.store.Backlog;
import io.eqlair.store.CommitSignal;
import io.eqlair.store.GroupCommit;
import io.eqlair.store.JdbcAlertStore;
import io.eqlair.store.QueryLimits;
import io.eqlair.store.Retention;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The store of alerts: a database in the data directory, or another one by setting {@code spring.datasource}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertProperties.class)
class StoreConfiguration {

    /** Alerts of several requests in one transaction. */
    private static final int GROUP = 5_000;

    private static final Duration RETENTION_INTERVAL = Duration.ofMinutes(1);

    /** Static, as it is needed before all other beans. */
    @Bean
    static PostgresTimeouts postgresTimeouts() {
        return new PostgresTimeouts();
    }

    @Bean
    @DependsOn("dataDirectory")
    CommitConnections commitConnections(DataSource dataSource, DataSourceProperties database) throws SQLException {
        DatabaseFile.make(database.determineUrl());
        return CommitConnections.beside(dataSource);
    }

    @Bean
    AlertDatabase alertDatabase(DataDirectory data, CommitConnections connections, DataSourceProperties database) {
        String vendor = DatabaseDriver.fromJdbcUrl(database.determineUrl()).getId();
        return new AlertDatabase(data.path(), connections.source(), vendor);
    }

    @Bean
    JdbcAlertStore jdbcAlertStore(CommitConnections connections) {
        return new JdbcAlertStore(connections.jdbc(), connections.transactions());
    }

    @Bean
    CommitSignal commitSignal() {
        return new CommitSignal();
    }

    @Bean
    GroupCommit groupCommit(JdbcAlertStore store, AlertDatabase database, CommitSignal signal) {
        return new GroupCommit(store, database, GROUP, signal::raise);
    }

    @Bean
    AlertQueries alertQueries(JdbcTemplate jdbc, JdbcAlertStore store) {
        return new AlertQueries(jdbc, store, QueryLimits.DEFAULT);
    }

    @Bean
    AlertSummaries alertSummaries(JdbcTemplate jdbc, JdbcAlertStore store, AlertQueries queries) {
        return new AlertSummaries(jdbc, store, queries);
    }

    @Bean
    AlertTriage alertTriage(JdbcTemplate jdbc, PlatformTransactionManager transactions, InstantSource clock) {
        return new AlertTriage(jdbc, new TransactionTemplate(transactions), clock);
    }

    @Bean
    AlertStreams alertStreams(AlertQueries queries, CommitSignal signal, AlertProperties properties) {
        return new AlertStreams(queries, signal, properties.streamClients(), properties.streamHeartbeat());
    }

    @Bean
    AlertStreamsLifecycle alertStreamsLifecycle(AlertStreams streams) {
        return new AlertStreamsLifecycle(streams);
    }

    @Bean
    Retention retention(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            AlertProperties properties,
            InstantSource clock) {
        Retention.Settings settings = new Retention.Settings(
                properties.retention(), properties.bytes().toBytes());
        return new Retention(jdbc, new TransactionTemplate(transactions), settings, clock);
    }

    @Bean
    RetentionLifecycle retentionLifecycle(Retention retention, GroupCommit commits) {
        return new RetentionLifecycle(retention, commits, RETENTION_INTERVAL);
    }

    @Bean
    Backlog backlog(AlertProperties properties) {
        return new Backlog(properties.backlogBytes().toBytes());
    }

    @Bean
    StoreHealth alertStoreHealthIndicator(GroupCommit commits) {
        return new StoreHealth(commits);
    }

    @Bean
    MeterBinder storeMeters(GroupCommit commits, Backlog backlog) {
        return registry -> {
            Gauge.builder("eqlair.store.available", commits, of -> of.obstacle().isEmpty() ? 1 : 0)
                    .description("1 if alerts can be stored; if not, events are refused")
                    .register(registry);
            FunctionCounter.builder("eqlair.store.commits", commits, GroupCommit::commits)
                    .description("Transactions that stored alerts, those that failed among them")
                    .register(registry);
            FunctionCounter.builder("eqlair.store.failures", commits, GroupCommit::failures)
                    .description("Transactions that failed")
                    .register(registry);
            Gauge.builder("eqlair.store.backlog", backlog, Backlog::size)
                    .description("Alerts that wait for the database, and that nobody would raise again")
                    .register(registry);
            FunctionCounter.builder("eqlair.store.lost", backlog, Backlog::lost)
                    .description("Alerts that could neither be stored nor wait")
                    .register(registry);
        };
    }

    @Bean
    MeterBinder keptAlertMeters(Retention retention, AlertQueries queries, AlertStreams streams) {
        return registry -> {
            FunctionCounter.builder("eqlair.store.rules.unreadable", queries, AlertQueries::unreadableRules)
                    .description("Rules of alerts that could not be read any more, and were shown as far as they could")
                    .register(registry);
            Gauge.builder("eqlair.alerts.stored", retention, Retention::alerts)
                    .description("Alerts in the store, as of the last minute")
                    .register(registry);
            Gauge.builder("eqlair.alerts.stored.size", retention, Retention::bytes)
                    .description(
                            "Bytes of their documents, and of what is remembered of detections that were counted on them")
                    .baseUnit(BaseUnits.BYTES)
                    .register(registry);
            FunctionCounter.builder("eqlair.alerts.deleted", retention, Retention::tooOld)
                    .description("Alerts that were deleted")
                    .tag("reason", "age")
                    .register(registry);
            FunctionCounter.builder("eqlair.alerts.deleted", retention, Retention::tooMany)
                    .description("Alerts that were deleted")
                    .tag("reason", "size")
                    .register(registry);
            FunctionCounter.builder("eqlair.alerts.unreadable", queries, AlertQueries::unreadableAlerts)
                    .description("Alerts that a list, a stream or a sink had to leave out, as they could not be read")
                    .register(registry);
            FunctionCounter.builder("eqlair.alerts.unwritable", streams, AlertStreams::unwritable)
                    .description("Alerts that a stream had to leave out, as they could not be written")
                    .register(registry);
            Gauge.builder("eqlair.alerts.streams", streams, AlertStreams::clients)
                    .description("Clients that have a stream of alerts open")
                    .register(registry);
            FunctionCounter.builder("eqlair.alerts.streams.refused", streams, AlertStreams::refused)
                    .description("Clients that were refused as there were too many")
                    .register(registry);
        };
    }
}
