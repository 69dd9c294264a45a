package io.eqlair.repository;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleLimits;
import io.eqlair.rule.RuleProblem;
import io.eqlair.rule.format.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are read, in which order, and what becomes of the others. */
class RuleLocationsTest {
    private static final String ID = "5d1c8a60-91b7-4e55-a7f3-0c2b7e4f9a1";

    @TempDir
    private Path directory;

    @Test
    void aDirectoryIsReadToTheBottomInOrder() throws IOException {
        write("b.toml", 1);
        write("a/deep/down/z.toml", 2);
        write("a.toml", 3);
        assertThat(load(directory.toString()).files())
                .extracting(RuleFile::origin)
                .containsExactly(path("a.toml"), path("a/deep/down/z.toml"), path("b.toml"));
    }

    @Test
    void filesThatHoldNoRuleAreSkippedByName() throws IOException {
        write("rule.toml", 1);
        Files.writeString(directory.resolve("README.md"), "# Rules");
        Files.writeString(directory.resolve("rule.toml.bak"), "");
        RuleLoad load = load(directory.toString());
        assertThat(load.files()).hasSize(1);
        assertThat(load.skipped())
                .extracting(Skipped::origin)
                .containsExactly(path("README.md"), path("rule.toml.bak"));
    }

    @Test
    void directoriesWithADotAreNotVisited() throws IOException {
        write(".git/rule.toml", 1);
        assertThat(load(directory.toString()).skipped()).isEmpty();
        assertThat(load(directory.toString()).files())
                .singleElement()
                .isInstanceOfSatisfying(
                        RuleFile.Rejected.class,
                        empty -> assertThat(empty.problems())
                                .extracting(problem -> problem.code())
                                .containsExactly("rule_location_empty"));
    }

    @Test
    void aMountedConfigMapIsReadOnce() throws IOException {
        write("..2026_01_15/rule.toml", 1);
        Files.createSymbolicLink(directory.resolve("..data"), Path.of("..2026_01_15"));
        Files.createSymbolicLink(directory.resolve("rule.toml"), Path.of("..data/rule.toml"));
        assertThat(load(directory.toString()).files()).singleElement().isInstanceOf(RuleFile.Loaded.class);
    }

    @Test
    void aCircleOfLinksEnds() throws IOException {
        write("a/rule.toml", 1);
        Files.createSymbolicLink(directory.resolve("a/back"), directory);
        List<RuleFile> files = load(directory.toString()).files();
        assertThat(codes(files)).containsExactly("rule_file_unreadable");
        assertThat(files).hasAtLeastOneElementOfType(RuleFile.Loaded.class);
    }

    @Test
    void aLinkToNowhereIsReported() throws IOException {
        Files.createSymbolicLink(directory.resolve("rule.toml"), Path.of("gone.toml"));
        assertThat(codes(load(directory.toString()).files())).containsExactly("rule_file_unreadable");
    }

    @Test
    void aSingleFileIsReadWhateverItsName() throws IOException {
        Path file = write("netcat.rule", 1);
        assertThat(load(file.toString()).files()).singleElement().isInstanceOf(RuleFile.Loaded.class);
    }

    @Test
    void anArchiveIsReadWhateverItsName() throws IOException {
        String rule = Files.readString(write("netcat.rule", 1));
        byte[] zip = Archives.zip(Map.of("a.toml", rule, "notes.txt", "", "b.zip", ""));
        Path file = Files.write(directory.resolve("download"), zip);
        RuleLoad load = load(file.toString());
        assertThat(load.files()).extracting(RuleFile::origin).containsExactly(file + "!/a.toml");
        assertThat(load.skipped()).extracting(Skipped::origin).containsExactly(file + "!/b.zip", file + "!/notes.txt");
    }

    @Test
    void aFileOfAnEncryptedZipIsNamed() throws IOException {
        byte[] zip = Archives.zip(Map.of("a.toml", Files.readString(write("netcat.rule", 1))));
        String text = new String(zip, ISO_8859_1);
        zip[6] |= 1; // the flag of encryption, in the file's own header and in the list at the end
        zip[text.indexOf("PK\1\2") + 8] |= 1;
        Path file = Files.write(directory.resolve("locked.zip"), zip);
        assertThat(codes(load(file.toString()).files())).containsExactly("rule_archived_file_locked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/directory", "classpath:no/such/", "with\0zero"})
    void aLocationThatIsMissingIsReported(String location) {
        assertThat(load(location).files()).singleElement().satisfies(file -> {
            assertThat(file.origin()).isEqualTo(location);
            assertThat(codes(List.of(file))).containsExactly("rule_location_missing");
        });
    }

    @Test
    void aShippedRuleCanBeNamedAlone() {
        String location = "classpath:rules/linux/execution_file_transfer_or_listener_established_via_netcat.toml";
        assertThat(load(location).files()).singleElement().isInstanceOf(RuleFile.Loaded.class);
    }

    @Test
    void theSecondRuleOfAnIdIsRejected() throws IOException {
        Path second = write("a.toml", 1);
        Path first = write("first/rule.toml", 1);
        RuleLoad load = load(first.toString(), directory.toString());
        assertThat(load.files().getFirst()).isInstanceOf(RuleFile.Loaded.class);
        assertThat(load.files().stream().filter(file -> file.origin().equals(second.toString())))
                .singleElement()
                .isEqualTo(new RuleFile.Rejected(
                        second.toString(),
                        ID + "1",
                        "Rule 1",
                        List.of(new RuleProblem(
                                RuleProblem.Level.ERROR,
                                "rule_id_duplicate",
                                "The id `" + ID + "1` is taken by a rule that was loaded earlier, from " + first + ".",
                                "Give this rule an id of its own, or remove one of the two files.",
                                second.toString(),
                                new Position(3, 11)))));
    }

    @Test
    void goodFilesAreLoadedBesideBadOnes() throws IOException {
        write("a.toml", 1);
        Files.writeString(directory.resolve("b.toml"), "[rule\n");
        write("c.toml", 2);
        List<RuleFile> files = load(directory.toString()).files();
        assertThat(files).filteredOn(RuleFile.Loaded.class::isInstance).hasSize(2);
        assertThat(codes(files)).containsExactly("rule_toml_line_end");
    }

    @Test
    void nothingIsReadBeyondTheNumberOfFiles() throws IOException {
        write("a.toml", 1);
        write("b.toml", 2);
        write("c.toml", 3);
        RuleLimits limits = new RuleLimits(1000, 2, 10_000);
        List<RuleFile> files =
                new RuleLocations(List.of(directory.toString()), limits).load().files();
        assertThat(files).hasSize(3);
        assertThat(codes(files)).containsExactly("rule_files_too_many");
    }

    @Test
    void exactlyTheNumberOfFilesIsFine() throws IOException {
        write("a.toml", 1);
        write("b.toml", 2);
        RuleLimits limits = new RuleLimits(1000, 2, 10_000);
        assertThat(codes(new RuleLocations(List.of(directory.toString()), limits)
                        .load()
                        .files()))
                .isEmpty();
    }

    private static RuleLoad load(String... locations) {
        return new RuleLocations(List.of(locations), RuleLimits.DEFAULT).load();
    }

    private static List<String> codes(List<RuleFile> files) {
        return files.stream()
                .filter(RuleFile.Rejected.class::isInstance)
                .flatMap(file -> ((RuleFile.Rejected) file).problems().stream())
                .map(RuleProblem::code)
                .toList();
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private Path write(String name, int number) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, """
                [rule]
                type = "eql"
                rule_id = "%s"
                name = "Rule %s"
                severity = "low"
                risk_score = 21
                query = "any where true"
                """.formatted(ID + number, number));
    }
}
