package io.eqlair.catalog;

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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file below {@code rule/}: what it is read as, or the text that its author gets to see. */
class RuleFileCasesTest {
    @ParameterizedTest
    @MethodSource("bad")
    void aBadFileIsExplainedInFull(Path file) throws IOException {
        RuleFile.Rejected rejected = (RuleFile.Rejected) read(file);
        String problems = rejected.problems().stream().map(RuleProblem::text).collect(Collectors.joining("\n"));
        CaseFiles.assertExpected(file, ".err", problems + "\n");
    }

    @ParameterizedTest
    @MethodSource("good")
    void aGoodFileIsReadInFull(Path file) throws IOException {
        RuleFile.Loaded loaded = (RuleFile.Loaded) read(file);
        CaseFiles.assertExpected(file, ".txt", RuleDump.of(loaded));
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void anotherTypeIsNamedWithTheReason(Path file) throws IOException {
        RuleFile.Unsupported unsupported = (RuleFile.Unsupported) read(file);
        String text = unsupported.id() + "\n" + unsupported.name() + "\n"
                + unsupported.problem().text() + "\n";
        CaseFiles.assertExpected(file, ".err", text);
        assertThat(unsupported.problem().message()).contains("`" + unsupported.type() + "`");
    }

    private static RuleFile read(Path file) throws IOException {
        String origin = file.getFileName().toString();
        return new RuleFileReader(RuleLimits.DEFAULT).read(Files.readAllBytes(file), origin);
    }

    private static List<Path> bad() {
        return cases("rule/bad");
    }

    private static List<Path> good() {
        return cases("rule/good");
    }

    private static List<Path> unsupported() {
        return cases("rule/unsupported");
    }

    private static List<Path> cases(String directory) {
        return Stream.of(".toml", ".json")
                .flatMap(ending -> CaseFiles.in(directory, ending).stream())
                .toList();
    }
}
