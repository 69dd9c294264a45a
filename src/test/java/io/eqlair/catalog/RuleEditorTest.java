package io.eqlair.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.RuleSet;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.EventRoles;
import io.eqlair.repository.AuditEntry;
import io.eqlair.repository.AuditLog;
import io.eqlair.repository.RuleLocations;
import io.eqlair.repository.RuleSources;
import io.eqlair.repository.RuleStore;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.RuleLimits;
import io.eqlair.rule.RuleOverlay;
import io.eqlair.rule.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of changes when files, the store or the disk do not play along. The file {@code a} has the rule A. */
class RuleEditorTest {

    private static final String A = RuleFolder.id("a");
    private static final RuleId ID = new RuleId(A);
    private static final EditTerms TERMS = new EditTerms("ann", "127.0.0.1", Set.of(), Set.of(), false);
    private static final EditTerms DRY_RUN = new EditTerms("ann", "127.0.0.1", Set.of(), Set.of(), true);
    private static final RuleOverlay OFF = new RuleOverlay(false, Severity.HIGH, null);

    private final Path data;
    private final RuleFolder folder;
    private final AuditLog audit;
    private final LiveRules rules;
    private final RuleEditor editor;

    RuleEditorTest(@TempDir Path directory) throws IOException {
        data = directory.resolve("data");
        folder = new RuleFolder(directory.resolve("rules"));
        folder.write("a", "any where a == 1");
        RuleStore store = new RuleStore(data, RuleLimits.DEFAULT);
        DetectionEngine engine = new DetectionEngine(
                RuleSet.of(List.of(), EventRoles.ECS), EngineSettings.DEFAULT, InstantSource.system());
        RuleLocations locations = new RuleLocations(List.of(folder.path().toString()), RuleLimits.DEFAULT);
        rules = new LiveRules(RuleSources.of(locations, store), EqlLimits.DEFAULT, engine, () -> {});
        audit = new AuditLog(data.resolve("audit.ndjson"));
        editor = new RuleEditor(store, rules, audit, InstantSource.system());
    }

    @Test
    void nothingIsChangedBeforeTheRulesAreLoaded() {
        assertThat(editor.put(ID, rule("any where a == 2"), TERMS)).isInstanceOf(Edit.Loading.class);
        assertThat(editor.set(ID, before -> OFF, false, TERMS)).isInstanceOf(Edit.Loading.class);
        assertThat(editor.delete(ID, TERMS)).isInstanceOf(Edit.Loading.class);
        assertThat(rules.catalog()).isEmpty();
    }

    @Test
    void aStaleRuleCanBeSwitchedOff() throws IOException {
        rules.load();
        folder.write("a", "any where a = 2");
        rules.load();
        assertThat(after(editor.set(ID, before -> OFF, false, DRY_RUN)).state()).isEqualTo(RuleState.DISABLED);
        RuleEntry entry = after(editor.set(ID, before -> OFF, false, TERMS));
        assertThat(entry.state()).isEqualTo(RuleState.DISABLED);
        assertThat(entry.standing().stale()).isTrue();
        assertThat(entry.rule()).extracting(rule -> rule.severity()).isEqualTo(Severity.HIGH);
        assertThat(rules.catalog().orElseThrow().rules().rules()).isEmpty();
        assertThat(after(editor.set(ID, before -> RuleOverlay.NONE, false, TERMS))
                        .state())
                .isEqualTo(RuleState.ACTIVE);
    }

    @Test
    void aRuleOfTheApiThatIsBrokenByHandGoesOnAsItWas() throws IOException {
        rules.load();
        editor.put(ID, rule("any where a == 2"), TERMS);
        Files.write(stored(A), rule("any where a = 3"));
        assertThat(rules.load().stale()).containsExactly(A);
        assertThat(query()).isEqualTo("any where a == 2");
        assertThat(rules.catalog().orElseThrow().counts()).containsEntry(RuleState.ACTIVE, 1L);
    }

    @Test
    void aRuleOfTheApiThatIsNotInOrderAtAStartLeavesThePlaceToTheFile() throws IOException {
        Files.createDirectories(stored(A).getParent());
        Files.write(stored(A), rule("any where a = 3"));
        rules.load();
        assertThat(query()).isEqualTo("any where a == 1");
        assertThat(rules.catalog().orElseThrow().counts()).containsEntry(RuleState.REJECTED, 1L);
    }

    @Test
    void whatIsKeptUnderAnotherNameThanItsIdIsTold() throws IOException {
        Files.createDirectories(stored("x").getParent());
        Files.write(stored("x"), rule("any where a == 3"));
        Files.writeString(stored("y"), "# nothing");
        rules.load();
        assertThat(rules.catalog().orElseThrow().entries())
                .filteredOn(entry -> entry.state() == RuleState.REJECTED)
                .extracting(entry -> entry.problems().getFirst().code())
                .containsExactlyInAnyOrder("rule_store_name", "rule_table_missing");
        assertThat(query()).isEqualTo("any where a == 1");
    }

    @Test
    void aRuleThatRunsIsFoundBeforeOneThatDoesNot() throws IOException {
        Files.createDirectories(stored(A).getParent());
        Files.write(stored(A), rule("any where a = 3"));
        rules.load();
        assertThat(rules.catalog().orElseThrow().find(A))
                .hasValueSatisfying(entry -> assertThat(entry.state()).isEqualTo(RuleState.ACTIVE));
        assertThat(after(editor.delete(ID, TERMS)).state()).isEqualTo(RuleState.ACTIVE);
        assertThat(rules.catalog().orElseThrow().counts()).containsEntry(RuleState.REJECTED, 0L);
    }

    @Test
    void aCopyOfARuleOfTheApiTakesNothingFromIt() throws IOException {
        rules.load();
        editor.put(ID, rule("any where a == 2"), TERMS);
        Files.copy(stored(A), stored(A + "-old"));
        assertThat(rules.load().isSuccessful()).isTrue();
        assertThat(query()).isEqualTo("any where a == 2");
    }

    @Test
    void rulesOfTheApiGoOnWhereTheirDirectoryIsGone() throws IOException {
        rules.load();
        editor.put(ID, rule("any where a == 2"), TERMS);
        editor.set(ID, before -> new RuleOverlay(null, Severity.HIGH, null), false, TERMS);
        Files.move(data, data.resolveSibling("elsewhere"));
        assertThat(rules.load().stale()).containsExactly(A);
        assertThat(query()).isEqualTo("any where a == 2");
        assertThat(rules.catalog()
                        .orElseThrow()
                        .find(A)
                        .orElseThrow()
                        .standing()
                        .overlay()
                        .severity())
                .isEqualTo(Severity.HIGH);
        Files.move(data.resolveSibling("elsewhere"), data);
        assertThat(rules.load().isSuccessful()).isTrue();
    }

    @Test
    void whatWasSetStaysWhereItsFileIsDamaged() throws IOException {
        rules.load();
        editor.set(ID, before -> OFF, false, TERMS);
        Files.writeString(data.resolve("overlays").resolve(A + ".toml"), "enabled");
        rules.load();
        assertThat(rules.catalog().orElseThrow().find(A).orElseThrow().state()).isEqualTo(RuleState.DISABLED);
        assertThat(rules.catalog().orElseThrow().entries())
                .extracting(entry -> entry.problems().isEmpty()
                        ? ""
                        : entry.problems().getFirst().code())
                .contains("rule_overlay_unreadable");
    }

    @Test
    void aChangeThatCannotBeKeptIsNotMadeAndIsNoted() throws IOException {
        rules.load();
        Files.createDirectories(data);
        Files.writeString(data.resolve("rules"), "a file where a directory is to be");
        assertThat(editor.put(ID, rule("any where a == 2"), TERMS)).isInstanceOf(Edit.NotKept.class);
        assertThat(query()).isEqualTo("any where a == 1");
        assertThat(audit.latest(A, 9).entries()).extracting(AuditEntry::action).containsExactly("failed", "put");
    }

    @Test
    void aLineOfTheLogThatIsBrokenOffHidesNoOther() throws IOException {
        rules.load();
        editor.set(ID, before -> OFF, false, TERMS);
        byte[] half = "{\"at\":\"2026\u00e4".getBytes(StandardCharsets.UTF_8);
        Files.write(data.resolve("audit.ndjson"), half, StandardOpenOption.APPEND);
        editor.set(ID, before -> RuleOverlay.NONE, false, TERMS);
        assertThat(audit.latest(A, 9).entries()).hasSize(2);
        assertThat(audit.latest(A, 9).unreadable()).isEqualTo(1);
    }

    @Test
    void aDryRunOfRemovingTellsWhatTakesThePlace() {
        rules.load();
        editor.put(ID, rule("any where a == 2"), TERMS);
        for (EditTerms terms : List.of(DRY_RUN, TERMS)) {
            RuleEntry after = after(editor.delete(ID, terms));
            assertThat(after.standing().source()).isEqualTo(Standing.Source.FILE);
            assertThat(after.state()).isEqualTo(RuleState.ACTIVE);
        }
    }

    private static RuleEntry after(Edit edit) {
        assertThat(edit)
                .isInstanceOfSatisfying(
                        Edit.Done.class, done -> assertThat(done.after()).isNotNull());
        RuleEntry after = ((Edit.Done) edit).after();
        if (after == null) {
            throw new AssertionError(edit);
        }
        return after;
    }

    private Path stored(String name) {
        return data.resolve("rules").resolve(name + ".toml");
    }

    private static byte[] rule(String query) {
        return RuleFolder.toml(A, "Rule a", query).getBytes(StandardCharsets.UTF_8);
    }

    private String query() {
        return rules.catalog()
                .orElseThrow()
                .rules()
                .rules()
                .getFirst()
                .definition()
                .query();
    }
}
