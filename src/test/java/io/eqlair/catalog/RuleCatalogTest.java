package io.eqlair.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.engine.CheckedRule;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.RuleSet;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.EventRoles;
import io.eqlair.problem.Problem;
import io.eqlair.repository.RuleLoad;
import io.eqlair.repository.RuleLocations;
import io.eqlair.repository.RuleSources;
import io.eqlair.rule.RuleLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of rule files once their queries are compiled. */
class RuleCatalogTest {

    private static final String A = "00000000-0000-4000-8000-00000000000a";
    private static final String B = "00000000-0000-4000-8000-00000000000b";

    @TempDir
    private Path directory;

    @Test
    void aBadRuleStopsNoOther() throws IOException {
        write("1.toml", A, "query = 'process where'");
        write("2.toml", B, "query = 'process where true'");
        assertThat(catalog().entries())
                .extracting(RuleEntry::state)
                .containsExactly(RuleState.REJECTED, RuleState.ACTIVE);
        assertThat(catalog().rules().rules())
                .singleElement()
                .extracting(rule -> rule.definition().id())
                .isEqualTo(B);
    }

    @Test
    void aRuleThatCannotBeCompiledIsRejectedAlone() throws IOException {
        write("1.toml", A, "query = 'any where true'");
        write("2.toml", B, "query = 'any where false'");
        RuleLoad load = new RuleLocations(List.of(directory.toString()), RuleLimits.DEFAULT).load();
        List<CheckedFile> files = CheckedFile.all(load, QueryChecks.with(EqlLimits.DEFAULT));
        RuleCatalog catalog = RuleCatalog.of(files, RuleCatalogTest::compileUnlessA);
        assertThat(catalog.entries())
                .extracting(RuleEntry::state)
                .containsExactly(RuleState.REJECTED, RuleState.ACTIVE);
        assertThat(catalog.find(A)).map(RuleEntry::reason).contains(Problem.RULE_INTERNAL_ERROR.message());
        assertThat(catalog.rules().rules()).hasSize(1);
    }

    private static RuleSet compileUnlessA(List<CheckedRule> rules) {
        if (rules.stream().anyMatch(rule -> rule.definition().id().equals(A))) {
            throw new IllegalStateException("a fault");
        }
        return RuleSet.of(rules, EventRoles.ECS);
    }

    @Test
    void aProblemOfAQueryHasItsPlaceInTheFile() throws IOException {
        write("1.toml", A, "query = \"any where a == \\\"\\t\\\" or b = 1\"");
        RuleEntry entry = catalog().entries().getFirst();
        assertThat(entry.reason()).isEqualTo(Problem.EQL_SINGLE_EQUALS.message());
        assertThat(entry.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("eql_single_equals");
            assertThat(problem.position()).hasToString("8:37");
            assertThat(problem.wayOut()).contains("b == 1");
            assertThat(problem.file()).endsWith("1.toml");
        });
    }

    @Test
    void allProblemsOfAQueryAreKept() throws IOException {
        write("1.toml", A, "query = 'any where nonsense(1) or nonsense(2)'");
        assertThat(catalog().entries().getFirst().problems()).hasSize(2);
    }

    @Test
    void aRuleThatIsSwitchedOffIsCheckedAllTheSame() throws IOException {
        write("1.toml", A, "enabled = false\nquery = 'any where true'");
        write("2.toml", B, "enabled = false\nquery = 'any where'");
        assertThat(catalog().entries())
                .extracting(RuleEntry::state)
                .containsExactly(RuleState.DISABLED, RuleState.REJECTED);
        assertThat(catalog().rules().rules()).isEmpty();
        assertThat(catalog().entries().getFirst().reason()).isEqualTo(Problem.RULE_DISABLED.message());
    }

    @Test
    void sequencesAndSamplesRunLikeEvents() throws IOException {
        write("1.toml", A, "query = 'sequence by host.id [file where true] [process where true]'");
        write("2.toml", B, "query = 'sample by host.id [file where true] [process where true]'");
        assertThat(catalog().counts()).containsEntry(RuleState.ACTIVE, 2L).containsEntry(RuleState.REJECTED, 0L);
    }

    @Test
    void anIdLeadsToTheFileThatIsInOrder() throws IOException {
        Files.writeString(directory.resolve("0.toml"), "[rule]\nrule_id = \"" + A + "\"\n");
        write("1.toml", A, "query = 'any where true'");
        write("2.toml", A, "query = 'any where false'");
        assertThat(catalog().find(A.toUpperCase(Locale.ROOT)))
                .map(RuleEntry::state)
                .contains(RuleState.ACTIVE);
        assertThat(catalog().find(B)).isEmpty();
        assertThat(catalog().entries()).hasSize(3);
    }

    @Test
    void aFileWithoutAnIdIsStillListed() throws IOException {
        Files.writeString(directory.resolve("0.toml"), "nonsense");
        assertThat(catalog().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isNull();
            assertThat(entry.origin()).endsWith("0.toml");
        });
        assertThat(catalog().unreadable()).isFalse();
    }

    @Test
    void noLocationToReadIsAnObstacle() {
        LiveRules rules = live("no/such/place");
        assertThat(rules.obstacle()).contains(Problem.RULES_LOADING);
        rules.load();
        assertThat(rules.obstacle()).contains(Problem.RULES_UNREADABLE);
        assertThat(rules.open()).isEmpty();
    }

    @Test
    void anEmptyDirectoryIsNone() {
        LiveRules rules = live(directory.toString());
        assertThat(rules.open()).isEmpty();
        rules.load();
        assertThat(rules.obstacle()).isEmpty();
        assertThat(rules.open()).isPresent();
    }

    private RuleCatalog catalog() {
        LiveRules rules = live(directory.toString());
        rules.load();
        return rules.catalog().orElseThrow();
    }

    private static LiveRules live(String location) {
        RuleSet none = RuleSet.of(List.of(), EventRoles.ECS);
        DetectionEngine engine = new DetectionEngine(none, EngineSettings.DEFAULT, InstantSource.system());
        RuleLocations locations = new RuleLocations(List.of(location), RuleLimits.DEFAULT);
        return new LiveRules(RuleSources.of(locations), EqlLimits.DEFAULT, engine, () -> {});
    }

    private void write(String name, String id, String rest) throws IOException {
        Files.writeString(directory.resolve(name), """
                [rule]
                rule_id = "%s"
                name = "Demo"
                description = "Finds nothing."
                severity = "low"
                risk_score = 1
                type = "eql"
                """.formatted(id) + rest + "\n");
    }
}
