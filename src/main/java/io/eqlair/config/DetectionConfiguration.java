package io.eqlair.config;

import io.eqlair.alert.AlertFactory;
import io.eqlair.alerting.AlertMeters;
import io.eqlair.alerting.Alerting;
import io.eqlair.alerting.AlertingSettings;
import io.eqlair.alerting.SignalCap;
import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.RuleCosts;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.RuleSet;
import io.eqlair.event.EventRoles;
import io.eqlair.ingest.BulkIntake;
import io.eqlair.ingest.EvaluationThreads;
import io.eqlair.ingest.EventIntake;
import io.eqlair.ingest.IngestLimits;
import io.eqlair.ingest.IngestMeters;
import io.eqlair.ingest.body.Admission;
import io.eqlair.ingest.bulk.SeenIds;
import io.eqlair.ingest.otlp.LogsLimits;
import io.eqlair.ingest.otlp.LogsReader;
import io.eqlair.store.Backlog;
import io.eqlair.store.GroupCommit;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Detection: from settings to rules in force and an intake for events. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EqlairProperties.class, SequenceProperties.class})
class DetectionConfiguration {

    /** Alerts of one request that are stored together; more are stored in parts. */
    private static final int MOST_WAITING = 5_000;

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    EngineSettings engineSettings(EqlairProperties properties, SequenceProperties sequences) {
        boolean strict = properties.routing() == EqlairProperties.Routing.STRICT;
        return new EngineSettings(EventRoles.ECS, properties.limits().events(), sequences.limits(), strict);
    }

    @Bean
    DetectionEngine detectionEngine(EngineSettings settings, InstantSource clock) {
        return new DetectionEngine(RuleSet.of(List.of(), settings.roles()), settings, clock);
    }

    @Bean
    RuleCosts ruleCosts(LiveRules rules, DetectionEngine engine, EqlairProperties properties) {
        return new RuleCosts(rules, engine, properties.rules().cost().limits());
    }

    @Bean
    MeterBinder costMeters(RuleCosts costs, DetectionEngine engine) {
        return registry -> {
            Gauge.builder("eqlair.rules.over.budget", costs, RuleCosts::overBudget)
                    .description("Rules that cost more than they may; those that were stopped are among them")
                    .register(registry);
            Gauge.builder("eqlair.rules.unindexed", engine, DetectionEngine::unindexed)
                    .description("Conditions of rules that every event of their kind must be asked")
                    .register(registry);
        };
    }

    @Bean
    IngestLimits ingestLimits(EqlairProperties properties) {
        return properties.limits().ingest();
    }

    @Bean
    Alerting alerting(
            InstantSource clock, GroupCommit commits, AlertProperties properties, Backlog backlog, AlertMeters meters) {
        AlertingSettings settings =
                new AlertingSettings(MOST_WAITING, properties.depth(), backlog, cap(properties, clock));
        return new Alerting(new AlertFactory(clock), commits, settings, meters::count);
    }

    private static SignalCap cap(AlertProperties properties, InstantSource clock) {
        return properties.maxSignals() == AlertProperties.MaxSignals.HONOUR ? SignalCap.of(clock) : SignalCap.none();
    }

    @Bean
    AlertMeters alertMeters(MeterRegistry registry) {
        return new AlertMeters(registry);
    }

    @Bean
    MeterBinder depthMeters(Alerting alerting) {
        return registry -> FunctionCounter.builder("eqlair.alerts.not.shown", alerting, Alerting::notShown)
                .description(
                        "Alerts that were not shown to rules on alerts: they stand on too many others, or are too large")
                .register(registry);
    }

    @Bean
    IngestMeters ingestMeters(MeterRegistry registry) {
        return new IngestMeters(registry);
    }

    @Bean
    EvaluationThreads evaluationThreads() {
        return EvaluationThreads.forAllCores();
    }

    @Bean
    Admission admission(EqlairProperties properties) {
        return properties.limits().admission();
    }

    @Bean
    MeterBinder admissionMeters(Admission admission) {
        return registry -> {
            Gauge.builder("eqlair.requests.bytes", admission, Admission::weight)
                    .description("Of bodies under way, what is still to be done")
                    .baseUnit("bytes")
                    .register(registry);
            FunctionCounter.builder("eqlair.requests.overloaded", admission, Admission::refused)
                    .description("Requests that were refused because others were under way")
                    .register(registry);
        };
    }

    @Bean
    EventIntake eventIntake(
            Alerting alerting,
            Admission admission,
            IngestLimits limits,
            IngestMeters meters,
            EvaluationThreads threads) {
        return new EventIntake(alerting, admission, limits, meters, threads);
    }

    @Bean
    BulkIntake bulkIntake(
            Alerting alerting,
            Admission admission,
            IngestLimits limits,
            IngestMeters meters,
            EqlairProperties properties) {
        SeenIds seen = new SeenIds(properties.limits().knownIds());
        return new BulkIntake(alerting, admission, limits, meters, seen);
    }

    /** The events made of log records may be as large, in all, as a body of events. */
    @Bean
    LogsReader logsReader(EqlairProperties properties, IngestLimits limits) {
        return new LogsReader(
                new LogsLimits(limits.events(), properties.limits().events(), limits.bodyBytes()));
    }
}
