package io.eqlair.config;

import io.eqlair.store.AlertDatabase;
import io.eqlair.store.AlertQueries;
import io.eqlair.store.Backlog;
import io.eqlair.store.CommitSignal;
import io.eqlair.store.GroupCommit;
import io.eqlair.store.JdbcAlertStore;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The store of alerts: a database in the data directory, or another one by setting {@code spring.datasource}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertProperties.class)
class StoreConfiguration {

    /** Alerts of several requests in one transaction. */
    private static final int GROUP = 5_000;

    @Bean
    AlertDatabase alertDatabase(EqlairProperties properties, DataSource dataSource, DataSourceProperties database) {
        String vendor = DatabaseDriver.fromJdbcUrl(database.determineUrl()).getId();
        return new AlertDatabase(properties.data().dir(), dataSource, vendor);
    }

    @Bean
    JdbcAlertStore jdbcAlertStore(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new JdbcAlertStore(jdbc, new TransactionTemplate(transactions));
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
        return new AlertQueries(JdbcClient.create(jdbc), store);
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
}
