package io.eqlair.config;

import io.eqlair.alerting.Upkeep;
import io.eqlair.api.rules.RuleDetails;
import io.eqlair.api.rules.RuleWarnings;
import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.Reload;
import io.eqlair.catalog.RuleCosts;
import io.eqlair.catalog.RuleEditor;
import io.eqlair.catalog.RuleState;
import io.eqlair.catalog.RuleWatch;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.exceptions.LiveExceptions;
import io.eqlair.repository.AuditLog;
import io.eqlair.repository.DataDirectory;
import io.eqlair.repository.RuleLocations;
import io.eqlair.repository.RuleSources;
import io.eqlair.repository.RuleStore;
import io.eqlair.rule.RuleLimits;
import io.eqlair.validation.RuleValidator;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.Arrays;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rules: from the places where they are kept to those in force, and whoever changes them meanwhile. */
@Configuration(proxyBeanMethods = false)
class RuleConfiguration {
    @Bean
    RuleStore ruleStore(EqlairProperties properties) {
        return new RuleStore(properties.data().dir(), RuleLimits.DEFAULT);
    }

    @Bean
    AuditLog auditLog(DataDirectory data) {
        return new AuditLog(data.path().resolve("audit.ndjson"));
    }

    @Bean
    LiveRules liveRules(
            EqlairProperties properties,
            RuleStore store,
            DetectionEngine engine,
            LiveExceptions exceptions,
            Upkeep upkeep) {
        RuleLocations locations = new RuleLocations(properties.rules().locations(), RuleLimits.DEFAULT);
        return new LiveRules(RuleSources.of(locations, store), EqlLimits.DEFAULT, engine, exceptions, upkeep::restore);
    }

    /** Loads once the web server answers probes; the service is ready when this is done. */
    @Bean
    ApplicationRunner ruleLoading(LiveRules rules) {
        return arguments -> {
            Reload unused = rules.load();
        };
    }

    @Bean
    RuleWatchLifecycle ruleWatch(LiveRules rules, EqlairProperties properties) {
        return new RuleWatchLifecycle(new RuleWatch(rules), properties.rules().watchInterval());
    }

    @Bean
    RuleEditor ruleEditor(RuleStore store, LiveRules rules, AuditLog audit, InstantSource clock) {
        return new RuleEditor(store, rules, audit, clock);
    }

    @Bean
    RuleWarnings ruleWarnings(RuleValidator validator, DetectionEngine engine) {
        return new RuleWarnings(validator, engine);
    }

    @Bean
    RuleDetails ruleDetails(
            RuleWarnings warnings,
            RuleCosts costs,
            DetectionEngine engine,
            LiveExceptions exceptions,
            InstantSource clock) {
        return new RuleDetails(warnings, costs, engine, exceptions, clock);
    }

    @Bean
    RulesHealth rulesHealthIndicator(LiveRules rules) {
        return new RulesHealth(rules);
    }

    @Bean
    MeterBinder ruleMeters(LiveRules rules, DetectionEngine engine) {
        return registry -> {
            Arrays.stream(RuleState.values())
                    .forEach(state -> Gauge.builder("eqlair.rules", rules, live -> count(live, state))
                            .description("Rules that were loaded")
                            .tag("state", state.text())
                            .register(registry));
            Gauge.builder("eqlair.rules.unseen", engine, RuleConfiguration::unseen)
                    .description("Active rules that cannot match so far: no event has carried a field they need")
                    .register(registry);
        };
    }

    @Bean
    MeterBinder reloadMeters(LiveRules rules) {
        return registry -> {
            Gauge.builder("eqlair.rules.last.reload.successful", rules, RuleConfiguration::successful)
                    .description("1 if the rules run as their files are now, 0 if some go on as they were before")
                    .register(registry);
            Gauge.builder("eqlair.rules.last.reload.timestamp", rules, RuleConfiguration::loadedAt)
                    .baseUnit("seconds")
                    .description("When the rules were loaded last, in seconds since 1970")
                    .register(registry);
            Gauge.builder("eqlair.rules.stale", rules, RuleConfiguration::stale)
                    .description("Rules that go on in an older version, as their file is not in order now")
                    .register(registry);
        };
    }

    private static double count(LiveRules rules, RuleState state) {
        return rules.catalog().map(catalog -> catalog.counts().get(state)).orElse(0L);
    }

    private static long unseen(DetectionEngine engine) {
        return engine.evidence().stream()
                .filter(evidence -> !evidence.unseenFields().isEmpty())
                .count();
    }

    private static int successful(LiveRules rules) {
        return rules.last().map(Reload::isSuccessful).orElse(false) ? 1 : 0;
    }

    private static long loadedAt(LiveRules rules) {
        return rules.last().map(reload -> reload.at().getEpochSecond()).orElse(0L);
    }

    private static int stale(LiveRules rules) {
        return rules.last().map(reload -> reload.stale().size()).orElse(0);
    }
}
