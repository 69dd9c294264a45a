package io.eqlair.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleFileReader;
import io.eqlair.rule.RuleLimits;
import io.eqlair.rule.RuleProblem;
import io.eqlair.testing.CaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of a rule that says something of ATT&amp;CK, as its author sees it. */
class ThreatCheckTest {

    private static final RuleFileReader READER = new RuleFileReader(RuleLimits.DEFAULT);

    static List<Path> cases() {
        return CaseFiles.in("attack/threats", ".toml");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRuleIsComparedWithTheTable(Path file) throws IOException {
        CaseFiles.assertExpected(
                file,
                ".txt",
                warnings(SmallMatrix.MATRIX, file).stream()
                        .map(warning -> warning.text() + "\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void whatIsSaidKeepsNoRuleFromRunning() throws IOException {
        assertThat(warnings(SmallMatrix.MATRIX, Path.of("src/test/resources/attack/threats/retired.toml")))
                .extracting(RuleProblem::level)
                .containsExactly(RuleProblem.Level.WARNING, RuleProblem.Level.WARNING);
    }

    private static List<RuleProblem> warnings(AttackMatrix matrix, Path file) throws IOException {
        RuleFile.Loaded rule = (RuleFile.Loaded)
                READER.read(Files.readAllBytes(file), file.getFileName().toString());
        return new ThreatCheck(matrix).warnings(rule);
    }
}
