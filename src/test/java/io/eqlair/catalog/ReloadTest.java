package io.eqlair.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.RuleSet;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.EventRoles;
import io.eqlair.repository.RuleLocations;
import io.eqlair.repository.RuleSources;
import io.eqlair.rule.RuleLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a load changes, and what goes on as before. */
class ReloadTest {

    private static final String A = RuleFolder.id("a");
    private static final String B = RuleFolder.id("b");

    private final RuleFolder folder;
    private final LiveRules rules;

    ReloadTest(@TempDir Path directory) throws IOException {
        folder = new RuleFolder(directory.resolve("rules"));
        folder.write("a", "any where a == 1");
        folder.write("b", "any where b == 1");
        DetectionEngine engine = new DetectionEngine(
                RuleSet.of(List.of(), EventRoles.ECS), EngineSettings.DEFAULT, InstantSource.system());
        RuleLocations locations = new RuleLocations(List.of(folder.path().toString()), RuleLimits.DEFAULT);
        rules = new LiveRules(RuleSources.of(locations), EqlLimits.DEFAULT, engine, () -> {});
        assertThat(rules.load().changes().added()).containsExactly(A, B);
    }

    @Test
    void nothingChangesWhereNoFileHas() {
        assertThat(rules.load().changes()).isEqualTo(new RuleChanges(List.of(), List.of(), List.of()));
        assertThat(rules.last().orElseThrow().isSuccessful()).isTrue();
    }

    @Test
    void whatChangedIsTold() throws IOException {
        folder.write("a", "any where a == 2");
        folder.remove("b");
        folder.write("c", "any where true");
        RuleChanges changes = rules.load().changes();
        assertThat(changes).isEqualTo(new RuleChanges(List.of(RuleFolder.id("c")), List.of(A), List.of(B)));
    }

    @Test
    void aFileThatIsNotInOrderAnyMoreLeavesItsLastGoodVersionRunning() throws IOException {
        folder.write("a", "any where a = 2");
        for (int load = 0; load < 2; load++) {
            Reload reload = rules.load();
            assertThat(reload.isSuccessful()).isFalse();
            assertThat(reload.stale()).containsExactly(A);
            assertThat(entry(A).state()).isEqualTo(RuleState.ACTIVE);
            assertThat(query(A)).isEqualTo("any where a == 1");
            assertThat(entry(A).problems())
                    .extracting(problem -> problem.code())
                    .containsExactly("rule_last_good", "eql_single_equals");
        }
        folder.write("a", "any where a == 3");
        assertThat(rules.load().isSuccessful()).isTrue();
        assertThat(query(A)).isEqualTo("any where a == 3");
        assertThat(entry(A).standing().stale()).isFalse();
    }

    @Test
    void aFileThatWasNeverInOrderIsNoFailureOfTheReload() throws IOException {
        folder.writeText("c", "no toml");
        Reload reload = rules.load();
        assertThat(reload.isSuccessful()).isTrue();
        assertThat(reload.counts()).containsEntry(RuleState.REJECTED, 1L);
    }

    @Test
    void aPlaceThatIsNotThereAnyMoreEndsNothing() throws IOException {
        Path away = folder.path().resolveSibling("away");
        Files.move(folder.path(), away);
        Reload gone = rules.load();
        assertThat(gone.stale()).containsExactly(A, B);
        assertThat(gone.counts()).containsEntry(RuleState.ACTIVE, 2L).containsEntry(RuleState.REJECTED, 1L);
        assertThat(rules.open()).isPresent();
        Files.move(away, folder.path());
        assertThat(rules.load().isSuccessful()).isTrue();
    }

    @Test
    void anExportThatIsEmptiedLeavesItsRulesRunning() throws IOException {
        Path export = folder.path().resolve("rules.ndjson");
        String id = RuleFolder.id("c");
        Files.writeString(
                export,
                "{\"rule_id\":\"" + id + "\",\"name\":\"C\",\"type\":\"eql\",\"severity\":\"low\",\"risk_score\":1,"
                        + "\"query\":\"any where c == 1\"}\n");
        assertThat(rules.load().changes().added()).containsExactly(id);
        Files.writeString(export, "");
        assertThat(rules.load().stale()).containsExactly(id);
    }

    @Test
    void aPlaceThatIsEmptyEndsNothing() throws IOException {
        folder.remove("a");
        folder.remove("b");
        Reload empty = rules.load();
        assertThat(empty.stale()).containsExactly(A, B);
        assertThat(empty.isSuccessful()).isFalse();
        folder.write("b", "any where b == 1");
        assertThat(rules.load().changes().removed()).containsExactly(A);
    }

    @Test
    void anIdThatAnotherFileHasTakenIsNotRunTwice() throws IOException {
        folder.writeText("a", "no toml");
        folder.writeText("z", RuleFolder.toml(A, "Moved", "any where a == 9"));
        assertThat(rules.load().stale()).isEmpty();
        assertThat(query(A)).isEqualTo("any where a == 9");
        assertThat(rules.catalog().orElseThrow().counts()).containsEntry(RuleState.REJECTED, 1L);
    }

    @Test
    void aFileThatIsMovedAndBrokenAtOnceLeavesItsRuleRunning() throws IOException {
        folder.remove("a");
        folder.writeText("z", RuleFolder.toml(A, "Moved", "any where a = 9"));
        assertThat(rules.load().stale()).containsExactly(A);
        assertThat(query(A)).isEqualTo("any where a == 1");
    }

    @Test
    void aFileThatIsEmptiedLeavesItsRuleRunning() throws IOException {
        folder.writeText("a", "");
        assertThat(rules.load().stale()).containsExactly(A);
        assertThat(entry(A).problems())
                .extracting(problem -> problem.code())
                .containsExactly("rule_last_good", "rule_table_missing");
    }

    @Test
    void aRuleThatIsSwitchedOffInItsFileStops() throws IOException {
        folder.writeText("a", RuleFolder.toml(A, "Rule a", "any where a == 1") + "enabled = false\n");
        assertThat(rules.load().changes().removed()).containsExactly(A);
        assertThat(entry(A).state()).isEqualTo(RuleState.DISABLED);
    }

    @Test
    void filesAreReadOnceTheyHaveComeToRest() throws IOException {
        RuleWatch watch = new RuleWatch(rules);
        assertThat(watch.look(0)).isFalse();
        folder.write("a", "any where a == 2");
        touch("a", 1);
        assertThat(watch.look(1)).isFalse();
        touch("a", 2);
        assertThat(watch.look(2)).as("it has changed once more").isFalse();
        assertThat(query(A)).isEqualTo("any where a == 1");
        assertThat(watch.look(3)).isTrue();
        assertThat(query(A)).isEqualTo("any where a == 2");
        assertThat(watch.look(4)).isFalse();
    }

    @Test
    void filesThatNeverRestAreReadAllTheSame() throws IOException {
        RuleWatch watch = new RuleWatch(rules);
        folder.write("a", "any where a == 2");
        for (int second = 0; second <= 10; second++) {
            touch("a", second + 1);
            assertThat(watch.look(Duration.ofSeconds(second).toNanos())).isFalse();
        }
        touch("a", 12);
        assertThat(watch.look(Duration.ofSeconds(11).toNanos())).isTrue();
    }

    private void touch(String name, int seconds) throws IOException {
        Files.setLastModifiedTime(folder.file(name), FileTime.from(Instant.EPOCH.plusSeconds(seconds)));
    }

    private String query(String id) {
        return rules.catalog().orElseThrow().rules().rules().stream()
                .filter(rule -> rule.definition().id().equals(id))
                .map(rule -> rule.definition().query())
                .findFirst()
                .orElse("");
    }

    private RuleEntry entry(String id) {
        return rules.catalog().orElseThrow().find(id).orElseThrow();
    }
}
