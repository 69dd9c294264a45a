package io.eqlair.attack;

import static io.eqlair.attack.Covering.rule;
import static io.eqlair.catalog.RuleState.ACTIVE;
import static io.eqlair.catalog.RuleState.DISABLED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.eqlair.attack.Coverage.CoverageShare;
import io.eqlair.attack.Coverage.CoverageTotals;
import io.eqlair.attack.Coverage.SubtechniqueCoverage;
import io.eqlair.attack.Coverage.TacticCoverage;
import io.eqlair.attack.Coverage.TechniqueCoverage;
import io.eqlair.catalog.RuleCatalog;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.engine.RuleEvidence;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.repository.RuleLoad;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleFileReader;
import io.eqlair.rule.RuleLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules below tactics and techniques, counted. */
class CoverageTest {

    @Test
    void aRuleCountsAtEverythingItNamesAndAtEachOnce() {
        Coverage coverage = coverage(rule(1, ACTIVE, "TA0002 T1059 T1059.004", "TA0002 T1059 T1059.001")
                .seen(3));
        TacticCoverage execution = coverage.tactics().getFirst();
        assertThat(execution)
                .extracting(
                        TacticCoverage::rules, TacticCoverage::active, TacticCoverage::covered, TacticCoverage::alerts)
                .containsExactly(1, 1, 1, 3L);
        TechniqueCoverage interpreter = execution.techniques().getFirst();
        assertThat(interpreter.rules())
                .singleElement()
                .hasToString(
                        "RuleCoverage[id=00000000-0000-4000-8000-000000000001, name=Rule 1, state=active, alerts=3, fieldsSeen=true]");
        assertThat(interpreter.subtechniques())
                .extracting(SubtechniqueCoverage::id, SubtechniqueCoverage::name, SubtechniqueCoverage::score)
                .containsExactly(tuple("T1059.001", "PowerShell", 1), tuple("T1059.004", "Unix Shell", 1));
    }

    @Test
    void onlyActiveRulesWhoseFieldsWereSeenCover() {
        Coverage coverage = coverage(
                rule(1, ACTIVE, "TA0002 T1059").seen(2),
                rule(2, ACTIVE, "TA0002 T1059").unseen(),
                rule(3, DISABLED, "TA0002 T1059").seen(1));
        assertThat(technique(coverage, "T1059"))
                .extracting(
                        TechniqueCoverage::score,
                        TechniqueCoverage::alerts,
                        one -> one.rules().size())
                .containsExactly(1, 3L, 3);
        assertThat(coverage.totals())
                .isEqualTo(new CoverageTotals(3, 0, 2, 1, 3, new CoverageShare(3, 1, 1), new CoverageShare(3, 0, 0)));
    }

    @Test
    void rulesWinWhereTheTableKnowsLess() {
        Coverage coverage = coverage(
                rule(1, ACTIVE, "TA0112 T1685").seen(0),
                rule(2, ACTIVE, "TA0002 T1086").seen(0),
                rule(3, ACTIVE, "TA0011 T1064").seen(0));
        assertThat(coverage.tactics())
                .extracting(TacticCoverage::id, TacticCoverage::shortName, TacticCoverage::known)
                .containsExactly(
                        tuple("TA0002", "execution", true),
                        tuple("TA0003", "persistence", true),
                        tuple("TA0011", "command-and-control", true),
                        tuple("TA0112", "tactic-of-a-rule", false));
        assertThat(technique(coverage, "T1685"))
                .extracting(TechniqueCoverage::name, TechniqueCoverage::known)
                .containsExactly("Name in a Rule", false);
        assertThat(technique(coverage, "T1685").status()).isNull();
        assertThat(technique(coverage, "T1086"))
                .extracting(TechniqueCoverage::name, TechniqueCoverage::known, TechniqueCoverage::status)
                .containsExactly("PowerShell", false, "revoked");
        assertThat(technique(coverage, "T1064").status()).isEqualTo("deprecated");
    }

    @Test
    void aTechniqueThatTwoTacticsShareIsOneOfTheTotal() {
        Coverage coverage = coverage(rule(1, ACTIVE, "TA0002 T1053 T1053.003", "TA0003 T1053 T1053.003")
                .seen(0));
        assertThat(coverage.tactics()).extracting(TacticCoverage::rules).containsExactly(1, 1, 0);
        assertThat(coverage.totals().techniques()).isEqualTo(new CoverageShare(3, 1, 1));
        assertThat(coverage.totals().subtechniques()).isEqualTo(new CoverageShare(3, 1, 1));
    }

    @Test
    void aRuleWithoutATacticStandsBehindAllTactics() {
        TacticCoverage last =
                coverage(rule(1, ACTIVE, "T1105").seen(0)).tactics().getLast();
        assertThat(last.id()).isNull();
        assertThat(last.shortName()).isNull();
        assertThat(last.techniques()).extracting(TechniqueCoverage::id).containsExactly("T1105");
    }

    @Test
    void rulesThatSayNothingOfAttackAreCounted() {
        RuleFile file =
                new RuleFileReader(RuleLimits.DEFAULT).read("[rule]\ntype = 'esql'".getBytes(UTF_8), "other.toml");
        RuleCatalog unsupported = RuleCatalog.of(new RuleLoad(List.of(file), List.of()), EqlLimits.DEFAULT);
        CoveredRule other = CoveredRule.all(unsupported.entries(), List.of()).getFirst();
        assertThat(coverage(rule(1, ACTIVE).seen(0), other).totals())
                .extracting(CoverageTotals::rules, CoverageTotals::unmapped)
                .containsExactly(0, 1);
    }

    @Test
    void techniquesWithoutRulesAreShownOnRequest() {
        Coverage all = Coverage.of(SmallMatrix.MATRIX, List.of(), true);
        assertThat(all.tactics().getFirst().techniques())
                .extracting(TechniqueCoverage::id, one -> one.subtechniques().size(), TechniqueCoverage::status)
                .containsExactly(tuple("T1053", 1, "current"), tuple("T1059", 2, "current"));
        assertThat(Coverage.of(SmallMatrix.MATRIX, List.of(), false).tactics())
                .hasSize(3)
                .allMatch(tactic -> tactic.techniques().isEmpty());
    }

    @Test
    void evidenceIsOfTheRuleThatRuns() {
        RuleEntry active = rule(1, ACTIVE).entry();
        RuleEntry twin = rule(1, DISABLED).entry();
        RuleEntry blind = rule(2, ACTIVE).entry();
        List<CoveredRule> rules =
                CoveredRule.all(List.of(active, twin, blind), List.of(evidence(active, 5), evidence(blind, 0, "a.b")));
        assertThat(rules)
                .containsExactly(
                        new CoveredRule(active, 5, true),
                        new CoveredRule(twin, 0, false),
                        new CoveredRule(blind, 0, false));
    }

    private static RuleEvidence evidence(RuleEntry entry, long alerts, String... unseen) {
        return new RuleEvidence(String.valueOf(entry.id()), 9, 9, 9, 0, alerts, null, List.of(unseen), List.of());
    }

    private static Coverage coverage(CoveredRule... rules) {
        return Coverage.of(SmallMatrix.MATRIX, List.of(rules), false);
    }

    private static TechniqueCoverage technique(Coverage coverage, String id) {
        return coverage.tactics().stream()
                .flatMap(tactic -> tactic.techniques().stream())
                .filter(technique -> technique.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
