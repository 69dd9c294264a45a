package io.eqlair.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.alert.AlertFactory;
import io.eqlair.alerting.Alerting;
import io.eqlair.alerting.AlertingSettings;
import io.eqlair.alerting.Upkeep;
import io.eqlair.catalog.CostBudget;
import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.RuleCosts;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.RuleSet;
import io.eqlair.engine.StateFile;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.EventRoles;
import io.eqlair.repository.RuleLocations;
import io.eqlair.repository.RuleSources;
import io.eqlair.rule.RuleLimits;
import io.eqlair.store.MemoryAlertStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class UpkeepLifecycleTest {

    @TempDir
    private Path directory;

    @Test
    void theLastSnapshotIsTold(CapturedOutput output) {
        startAndStop(directory.resolve("sequences.state"), true);
        assertThat(directory.resolve("sequences.state")).exists();
        assertThat(output).contains("INFO").contains("were saved at " + directory);
    }

    @Test
    void aDirectoryThatCannotBeWrittenToIsTold(CapturedOutput output) throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        startAndStop(file.resolve("sequences.state"), true);
        assertThat(output).contains("ERROR").contains("could not be saved at " + file);
    }

    @Test
    void withoutRulesThereIsNothingToSave(CapturedOutput output) {
        startAndStop(directory.resolve("sequences.state"), false);
        assertThat(directory).isEmptyDirectory();
        assertThat(output).doesNotContain("saved");
    }

    private static void startAndStop(Path state, boolean withRules) {
        InstantSource clock = InstantSource.system();
        RuleSet none = RuleSet.of(List.of(), EventRoles.ECS);
        DetectionEngine engine = new DetectionEngine(none, EngineSettings.DEFAULT, clock);
        RuleLocations locations = new RuleLocations(List.of("src/test/resources/alert/rules"), RuleLimits.DEFAULT);
        LiveRules rules = new LiveRules(RuleSources.of(locations), EqlLimits.DEFAULT, engine, () -> {});
        if (withRules) {
            rules.load();
        }
        Alerting alerting = new Alerting(
                new AlertFactory(clock), new MemoryAlertStore(), AlertingSettings.inMemory(), outcome -> {});
        Upkeep upkeep = new Upkeep(new StateFile(state, engine, clock), alerting, () -> true);
        RuleCosts costs = new RuleCosts(rules, engine, CostBudget.NONE);
        UpkeepLifecycle lifecycle = new UpkeepLifecycle(upkeep, rules, costs, Duration.ofMinutes(1));
        lifecycle.start();
        lifecycle.stop();
    }
}
