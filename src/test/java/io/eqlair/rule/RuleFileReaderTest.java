package io.eqlair.rule;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eqlair.rule.format.Position;
import io.eqlair.rule.format.TomlWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What case files cannot show: bytes and line ends, limits, hashes, immutability. */
class RuleFileReaderTest {
    private static final List<String> KEYS = List.of(
            "type = \"eql\"",
            "rule_id = \"5d1c8a60-91b7-4e55-a7f3-0c2b7e4f9a11\"",
            "name = \"Größe\"",
            "severity = \"low\"",
            "risk_score = 21",
            "tags = [\"one\", \"two\"]",
            "query = '''\nany where\n  true\n'''");
    private static final String RULE = rule(KEYS);

    @Test
    void aByteOrderMarkIsNoPartOfTheFile() {
        assertThat(loaded("\uFEFF" + RULE).rule()).isEqualTo(loaded(RULE).rule());
    }

    @Test
    void windowsLineEndsMakeTheSameRule() {
        RuleFile.Loaded windows = loaded(RULE.replace("\n", "\r\n"));
        assertThat(windows.rule()).isEqualTo(loaded(RULE).rule());
        assertThat(windows.queryPlace().at(12)).isEqualTo(new Position(10, 3));
    }

    @Test
    void aFileThatIsNotUtf8NamesTheByte() {
        RuleProblem problem = onlyProblem(reader().read(RULE.getBytes(ISO_8859_1), "latin.toml"));
        assertThat(problem.text()).isEqualTo("""
                        latin.toml: Byte 80 of the file is not UTF-8. [rule_file_encoding]
                          Save the file as UTF-8.""");
    }

    @Test
    void aFileThatEndsWithinACharacterIsNotUtf8() {
        byte[] whole = "# ö".getBytes(UTF_8);
        RuleFile file = reader().read(Arrays.copyOf(whole, whole.length - 1), "cut.toml");
        assertThat(onlyProblem(file).code()).isEqualTo("rule_file_encoding");
    }

    @Test
    void aFileAboveTheLimitIsNotRead() {
        RuleFileReader reader = new RuleFileReader(new RuleLimits(20, 1, 100));
        assertThat(onlyProblem(reader.read(new byte[21], "large.toml")).message())
                .isEqualTo("The file is larger than 20 bytes, the limit for a rule file.");
    }

    @Test
    void theHashIgnoresOrderCommentsAndState() {
        List<String> shuffled = new ArrayList<>(KEYS);
        Collections.reverse(shuffled);
        shuffled.add(2, "enabled = false # for now");
        assertThat(loaded(rule(shuffled)).rule().contentHash())
                .isEqualTo(loaded(RULE).rule().contentHash());
    }

    @Test
    void theHashIsTheSameInEveryVersion() {
        assertThat(loaded(RULE).rule().contentHash())
                .isEqualTo("517f56efe264035540eff054fff88ed418274e9acf8631f1636ebd4a3d584a0b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true -> false", "\"two\" -> \"tow\"", "21 -> 22", "low -> high", "tags -> labels"})
    void theHashChangesWithTheContent(String change) {
        String[] fromTo = change.split(" -> ", 2);
        assertThat(loaded(RULE.replace(fromTo[0], fromTo[1])).rule().contentHash())
                .isNotEqualTo(loaded(RULE).rule().contentHash());
    }

    @Test
    void theSameRuleInJsonIsTheSameRule() {
        RuleFile.Loaded toml = loaded(RULE + "[rule.extra]\na = 1e3\nb = [1, 2.50]\nc = 21.0\nd = 2026-01-15\n");
        String json = JsonMapper.shared().writeValueAsString(toml.content());
        assertThat(loaded(json).rule()).isEqualTo(toml.rule());
        String shuffled = json.replace("1000.0", "1000").replace("2.5", "2.500").replace("21.0", "21");
        assertThat(loaded(shuffled).rule().contentHash()).isEqualTo(toml.rule().contentHash());
    }

    @Test
    void theSameRuleWrittenAsTomlIsTheSameRule() {
        RuleFile.Loaded loaded = loaded(RULE);
        assertThat(loaded(TomlWriter.write(loaded.content())).rule()).isEqualTo(loaded.rule());
    }

    @Test
    void nullsInJsonAreAbsent() {
        String json = "{\"rule\": {\"type\": \"eql\", \"note\": null, \"rule_id\": null}}";
        assertThat(((RuleFile.Rejected) reader().read(json.getBytes(UTF_8), "a.json")).problems())
                .extracting(RuleProblem::code)
                .containsOnly("rule_key_missing");
    }

    @Test
    void aFaultInAnExportIsThatOfItsLine() {
        String line = "{\"rule_id\": \"5d1c8a60-91b7-4e55-a7f3-0c2b7e4f9a11\", \"type\": \"eql\", \"name\": \"One\",";
        String rule = line + " \"severity\": \"dire\", \"risk_score\": 1, \"query\": \"any where true\"}";
        assertThat(problemOfLine(rule)).startsWith("export.ndjson:3:95: `dire` is not a severity");
        assertThat(problemOfLine(line)).startsWith("export.ndjson:3:82: The text ends");
        assertThat(problemOfLine("not a rule")).startsWith("export.ndjson:3:");
    }

    private static String problemOfLine(String line) {
        Discovery found = reader().discoverLine(line.getBytes(UTF_8), "export.ndjson", 3);
        return onlyProblem(((Discovery.Found) found).file()).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'[tool.poetry]\nname = \"x\"' | false",
                "'' | false",
                "'[metadata]\nmaturity = \"x\"' | true",
                "'[metadata]\n[[exceptions]]\nlist_id = \"x\"' | false",
                "'[rule]' | true",
                "'[tool' | true",
                "'{\"name\": \"x\", \"type\": \"y\"}' | false",
                "'{\"rule_id\": \"x\", \"type\": \"y\"}' | true",
                "'{\"rule\": {\"rule_id\": 1, \"type\": 1}}' | true",
                "'{\"rule\": \"x\"}' | false",
                "'{\"rule_id\": \"x\"' | true",
                "'{\"name\": x}' | false"
            })
    void aFileThatNobodyCalledARuleMayBeNone(String text, boolean rule) {
        Discovery found = reader().discover(text.replace("\\n", "\n").getBytes(UTF_8), "found");
        assertThat(found instanceof Discovery.Found).isEqualTo(rule);
    }

    @Test
    void whatTheModelDoesNotKnowIsImmutable() {
        assertImmutable(loaded(RULE).content());
        assertImmutable(
                loaded(RULE + "[rule.extra]\nlist = [[1], { a = 2 }]\n").rule().other());
    }

    @Test
    void problemsBeyondAHundredAreCounted() {
        RuleFile file = reader().read((RULE + "author = [" + "1, ".repeat(150) + "]\n").getBytes(UTF_8), "many.toml");
        List<RuleProblem> problems = ((RuleFile.Rejected) file).problems();
        assertThat(problems).hasSize(101);
        assertThat(problems.getLast().message()).isEqualTo("The file has 50 more problems.");
    }

    @ParameterizedTest
    @CsvSource({
        "'[', 300000",
        "'{\"a\":', 150000",
        "'{\"a\":[', 100000",
        "'{b=', 200000",
        "'b.', 300000",
        "'[[rule.threat]]\n', 10000"
    })
    void aMonstrousFileIsNeverMoreThanAnOutcome(String part, int times) {
        for (String start : List.of("a = ", "a = 1\na = 2\nb = ", "", "{\"a\":1,\"a\":2,\"b\":")) {
            byte[] bytes = (start + part.repeat(times)).getBytes(UTF_8);
            assertThat(reader().read(bytes, "monster.toml")).isInstanceOf(RuleFile.Rejected.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBrokenFileIsNeverMoreThanAnOutcome(boolean json) {
        Random random = new Random(20260115);
        String whole =
                json ? JsonMapper.shared().writeValueAsString(loaded(RULE).content()) : RULE;
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = whole.getBytes(UTF_8);
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) "[]{}'\"\\\n#=.,x1-\0".charAt(random.nextInt(16));
            }
            assertThat(reader().read(bytes, "broken")).isNotNull();
            assertThat(reader().discover(bytes, "broken")).isNotNull();
        }
    }

    private static void assertImmutable(Object value) {
        if (value instanceof Map<?, ?> map) {
            assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
            map.values().forEach(RuleFileReaderTest::assertImmutable);
        } else if (value instanceof List<?> list) {
            assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
            list.forEach(RuleFileReaderTest::assertImmutable);
        }
    }

    private static String rule(List<String> keys) {
        return "[rule]\n" + String.join("\n", keys) + "\n";
    }

    private static RuleFile.Loaded loaded(String text) {
        return (RuleFile.Loaded) reader().read(text.getBytes(UTF_8), "test.toml");
    }

    private static RuleProblem onlyProblem(RuleFile file) {
        List<RuleProblem> problems = ((RuleFile.Rejected) file).problems();
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    private static RuleFileReader reader() {
        return new RuleFileReader(RuleLimits.DEFAULT);
    }
}
