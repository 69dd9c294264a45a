package io.eqlair.repository;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleLimits;
import io.eqlair.rule.RuleProblem;
import io.eqlair.rule.format.LocatedText;
import io.eqlair.rule.format.TomlDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The same rules in whatever they come in, and what becomes of archives that are not in order. */
class RuleBundleTest {
    private static final RuleLimits SMALL = new RuleLimits(2_000, 9, 3_000);

    /** Not in the order of their names; with files that are no rules, and a rule that is not in order. */
    private static final Map<String, String> TREE = new LinkedHashMap<>();

    static {
        TREE.put("windows/b.toml", toml(2));
        TREE.put("README.md", "# Rules");
        TREE.put("linux/a.toml", toml(1));
        TREE.put("linux/bad.toml", "[rule]\ntype = \"eql\"\n");
        TREE.put(".git/c.toml", toml(3));
        TREE.put("linux/.hidden.toml", toml(3));
        TREE.put("pyproject.toml", "[tool.poetry]\nname = \"rules\"\n");
        TREE.put("package.json", "{\"name\": \"rules\", \"type\": \"module\"}");
        TREE.put("linux/d.json", json(4));
        TREE.put("more.zip", "PK");
        TREE.put("tests/events.ndjson", "{\"process\": {\"name\": \"nc\"}}\n{}\n");
        TREE.put("tests/export.ndjson", json(5) + "\n{\"exported_count\": 1}\n");
    }

    @TempDir
    private Path directory;

    @Test
    void theSameTreeIsTheSameLoadInEveryArchive() throws IOException {
        String expected = shown(fromDirectory(), directory + "/");
        assertThat(expected.lines())
                .hasSize(5 + 7)
                .contains("1 linux/a.toml", "skipped pyproject.toml: There is no rule in it.");
        assertThat(shown(read(Archives.zip(TREE)), "body!/")).isEqualTo(expected);
        assertThat(shown(read(Archives.tar(TREE)), "body!/")).isEqualTo(expected);
        assertThat(shown(read(Archives.gzip(Archives.tar(TREE))), "body!/")).isEqualTo(expected);
    }

    @Test
    void theSameRulesAreTheSameInAnExport() throws IOException {
        String export = json(1) + "\r\n\n" + json(2) + "\n{\"exported_rules_count\":2,\"exported_count\":2}\n";
        RuleLoad load = read(export.getBytes(UTF_8));
        assertThat(load.files()).extracting(RuleFile::origin).containsExactly("body:1", "body:3");
        assertThat(load.skipped()).containsExactly(new Skipped("body:4", "The summary of an export."));
        assertThat(hash(load)).isEqualTo(hash(read(toml(1).getBytes(UTF_8))));
        assertThat(read(Archives.gzip(export.getBytes(UTF_8))))
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(LocatedText.class)
                .isEqualTo(load);
    }

    @Test
    void oneRuleComesInAnyNotation() throws IOException {
        for (byte[] body :
                List.of(toml(1).getBytes(UTF_8), json(1).getBytes(UTF_8), Archives.gzip(toml(1).getBytes(UTF_8)))) {
            assertThat(read(body).files()).singleElement().isInstanceOf(RuleFile.Loaded.class);
        }
    }

    @Test
    void linesThatAreNoRulesAreNamed() {
        String export = String.join(
                "\n",
                json(1),
                "{\"list_id\":\"x\",\"type\":\"detection\"}",
                "{\"item_id\":\"x\",\"entries\":[]}",
                "{\"attributes\":{},\"type\":\"action\"}",
                "{\"exported_count\":4}",
                "{\"a\":1}");
        assertThat(read(export.getBytes(UTF_8)).skipped())
                .extracting(Skipped::reason)
                .containsExactly(
                        "An exception, or a list of them: rules alone are read here.",
                        "An exception, or a list of them: rules alone are read here.",
                        "A connector for actions.",
                        "The summary of an export.",
                        "The line holds no rule: it has no `rule_id`.");
    }

    @Test
    void linesWithoutAnyRuleAreNotInOrder() {
        assertThat(codes(read("{\"a\": 1}\n{\"a\": 2}\n".getBytes(UTF_8))))
                .containsExactly("rule_export_without_rules");
    }

    @Test
    void ofATarThatEndsTooEarlyTheBeginningIsRead() throws IOException {
        byte[] whole = Archives.tar(ordered(toml(1), toml(2), toml(3)));
        RuleLoad load = read(Arrays.copyOf(whole, 2_700));
        assertThat(load.files()).filteredOn(RuleFile.Loaded.class::isInstance).hasSize(2);
        assertThat(messages(load)).singleElement().asString().matches("The archive .+ 2 files before .+ were read\\.");
        assertThat(codes(read(Arrays.copyOf(Archives.gzip(whole), 200)))).contains("rule_archive_cut");
    }

    @Test
    void aZipWithoutItsDirectoryCannotBeRead() throws IOException {
        byte[] whole = Archives.zip(TREE);
        RuleLoad load = read(Arrays.copyOf(whole, whole.length / 2));
        assertThat(load.files()).hasSize(1);
        assertThat(codes(load)).containsExactly("rule_archive_without_list");
    }

    @Test
    void aDamagedFileOfAZipDoesNotKeepTheOthersFromBeingRead() throws IOException {
        byte[] zip = Archives.zip(ordered(toml(1), toml(2), toml(3)));
        zip[new String(zip, ISO_8859_1).indexOf("1.toml") + 60] ^= 0x55;
        RuleLoad load = read(zip);
        assertThat(load.files()).filteredOn(RuleFile.Loaded.class::isInstance).hasSize(2);
        assertThat(messages(load)).containsExactly("The file is damaged in its archive.");
    }

    @Test
    void aBrokenArchiveIsNeverMoreThanALoad() throws IOException {
        Random random = new Random(20260115);
        List<byte[]> archives = List.of(Archives.zip(TREE), Archives.tar(TREE), Archives.gzip(Archives.tar(TREE)));
        for (int i = 0; i < 1_500; i++) {
            byte[] broken = archives.get(i % 3).clone();
            for (int changes = random.nextInt(8); changes >= 0; changes--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            assertThat(read(broken)).isNotNull();
        }
    }

    @Test
    void noMoreIsUnpackedThanTheLimit() throws IOException {
        String padding = "#".repeat(900);
        Map<String, String> files = ordered(toml(1), toml(2) + padding, padding, padding, padding);
        for (byte[] archive : List.of(Archives.zip(files), Archives.gzip(Archives.tar(files)))) {
            RuleLoad load = new RuleBundle(SMALL).read("body", archive);
            assertThat(codes(load)).contains("rule_archive_too_large");
            assertThat(load.files()).hasAtLeastOneElementOfType(RuleFile.Loaded.class);
        }
    }

    @Test
    void noMoreFilesAreReadThanTheLimit() throws IOException {
        RuleLimits limits = new RuleLimits(1_000, 2, 100_000);
        Map<String, String> files = ordered(toml(1), toml(2), toml(3));
        String lines = String.join("\n", json(1), json(2), json(3));
        for (byte[] body : List.of(Archives.zip(files), Archives.tar(files), lines.getBytes(UTF_8))) {
            RuleLoad load = new RuleBundle(limits).read("body", body);
            assertThat(load.files())
                    .filteredOn(RuleFile.Loaded.class::isInstance)
                    .hasSize(2);
            assertThat(load.files()).hasSize(3);
        }
    }

    @Test
    void theLinesOfAnExportInAnArchiveCountAsFiles() throws IOException {
        RuleLimits limits = new RuleLimits(1_000, 3, 100_000);
        Map<String, String> files = new LinkedHashMap<>(Map.of("0.ndjson", json(1) + "\n" + json(2)));
        files.putAll(ordered(toml(3), toml(4)));
        RuleLoad load = new RuleBundle(limits).read("body", Archives.zip(files));
        assertThat(load.files()).filteredOn(RuleFile.Loaded.class::isInstance).hasSize(3);
        assertThat(codes(load)).containsExactly("rule_files_too_many");
    }

    @Test
    void aLineThatIsTooLongIsOneThatIsTooLong() {
        String lines = json(1) + "\n{\"rule_id\":\"" + "x".repeat(2_000) + "\"}\n" + json(2);
        RuleLoad load = new RuleBundle(new RuleLimits(1_000, 9, 9_000)).read("body", lines.getBytes(UTF_8));
        assertThat(codes(load)).containsExactly("rule_file_too_large");
        assertThat(load.files()).hasSize(3);
    }

    @Test
    void namesThatLeadOutOfTheArchiveAreOnlyNames() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("../../up.toml", toml(1));
        files.put("./here.toml", toml(2));
        RuleLoad load = read(Archives.zip(files));
        assertThat(load.files())
                .extracting(RuleFile::origin)
                .containsExactly("body!/../../up.toml", "body!/./here.toml");
    }

    @Test
    void linksInAnArchiveLeadNowhere() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret.toml"), toml(1));
        for (byte[] archive : List.of(
                Archives.zipOfLink("link.toml", secret.toString()),
                Archives.tarOfLink("link.toml", secret.toString()))) {
            RuleLoad load = read(archive);
            assertThat(load.files()).noneMatch(RuleFile.Loaded.class::isInstance);
            assertThat(load.skipped()).extracting(Skipped::origin).containsExactly("body!/link.toml");
        }
    }

    @Test
    void packedPartsThatAreEmptyMayBeMany() throws IOException {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (int i = 0; i < 50_000; i++) {
            parts.writeBytes(Archives.gzip(new byte[0]));
        }
        parts.writeBytes(Archives.gzip(toml(1).getBytes(UTF_8)));
        assertThat(read(parts.toByteArray()).files()).singleElement().isInstanceOf(RuleFile.Loaded.class);
    }

    private RuleLoad fromDirectory() throws IOException {
        for (Map.Entry<String, String> file : TREE.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return new RuleLocations(List.of(directory.toString()), RuleLimits.DEFAULT).load();
    }

    private static RuleLoad read(byte[] body) {
        return new RuleBundle(RuleLimits.DEFAULT).read("body", body);
    }

    private static String hash(RuleLoad load) {
        return ((RuleFile.Loaded) load.files().getFirst()).rule().contentHash();
    }

    /** A line for each file, with the last digit of its rule's id, or the number of its problems. */
    private static String shown(RuleLoad load, String prefix) {
        StringBuilder shown = new StringBuilder();
        for (RuleFile file : load.files()) {
            Object what = switch (file) {
                case RuleFile.Loaded loaded -> loaded.rule().id().value().substring(35);
                case RuleFile.Rejected rejected -> rejected.problems().size() + " problems";
                case RuleFile.Unsupported unsupported -> unsupported.type();
            };
            shown.append(what)
                    .append(' ')
                    .append(file.origin().replace(prefix, ""))
                    .append('\n');
        }
        load.skipped()
                .forEach(skipped -> shown.append("skipped ")
                        .append(skipped.origin().replace(prefix, ""))
                        .append(": ")
                        .append(skipped.reason())
                        .append('\n'));
        return shown.toString();
    }

    private static List<RuleProblem> problems(RuleLoad load) {
        return load.files().stream()
                .filter(RuleFile.Rejected.class::isInstance)
                .flatMap(file -> ((RuleFile.Rejected) file).problems().stream())
                .toList();
    }

    private static List<String> codes(RuleLoad load) {
        return problems(load).stream().map(RuleProblem::code).toList();
    }

    private static List<String> messages(RuleLoad load) {
        return problems(load).stream().map(RuleProblem::message).toList();
    }

    private static Map<String, String> ordered(String... files) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String file : files) {
            named.put((named.size() + 1) + ".toml", file);
        }
        return named;
    }

    private static String toml(int number) {
        return """
                [rule]
                type = "eql"
                rule_id = "5d1c8a60-91b7-4e55-a7f3-0c2b7e4f9a1%s"
                name = "Rule"
                severity = "low"
                risk_score = 21
                query = '''
                any where
                  true
                '''
                """.formatted(number);
    }

    private static String json(int number) {
        return JsonMapper.shared()
                .writeValueAsString(TomlDocument.parse(toml(number)).get("rule"));
    }
}
