package io.eqlair.config;

import io.eqlair.alerting.Alerting;
import io.eqlair.alerting.Upkeep;
import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.RuleCosts;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.StateFile;
import io.eqlair.engine.sequence.StateBudget;
import io.eqlair.repository.DataDirectory;
import io.eqlair.store.GroupCommit;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.function.ToLongFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the engine remembers: looked after, saved, and measured. */
@Configuration(proxyBeanMethods = false)
class SequenceConfiguration {
    @Bean
    StateFile stateFile(DataDirectory data, DetectionEngine engine, InstantSource clock) {
        return new StateFile(data.path().resolve("sequences.state"), engine, clock);
    }

    @Bean
    Upkeep upkeep(StateFile file, Alerting alerting, GroupCommit commits) {
        return new Upkeep(file, alerting, () -> commits.obstacle().isEmpty());
    }

    @Bean
    UpkeepLifecycle upkeepLifecycle(Upkeep upkeep, LiveRules rules, RuleCosts costs, SequenceProperties properties) {
        return new UpkeepLifecycle(upkeep, rules, costs, properties.snapshotInterval());
    }

    @Bean
    MeterBinder sequenceMeters(DetectionEngine engine) {
        return registry -> {
            Gauge.builder("eqlair.sequence.state", engine, of -> of.budget().bytes())
                    .baseUnit("bytes")
                    .description("Memory of pending sequences, estimated")
                    .register(registry);
            Gauge.builder("eqlair.sequence.keys", engine, of -> sum(of, StateBudget.Account::keys))
                    .description("Join keys with something pending")
                    .register(registry);
            FunctionCounter.builder("eqlair.sequence.evicted", engine, of -> sum(of, StateBudget.Account::evicted))
                    .description("Join keys that were forgotten to make room")
                    .register(registry);
            FunctionCounter.builder("eqlair.sequence.late", engine, of -> sum(of, StateBudget.Account::late))
                    .description("Events that matched an item of a sequence and came too late for it")
                    .register(registry);
        };
    }

    private static double sum(DetectionEngine engine, ToLongFunction<StateBudget.Account> figure) {
        return engine.accounts().stream().mapToLong(figure).sum();
    }
}
