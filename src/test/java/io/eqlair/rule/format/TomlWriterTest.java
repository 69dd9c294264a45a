package io.eqlair.rule.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is written is read again, in TOML and, where that can say it, in JSON. */
class TomlWriterTest {
    @ParameterizedTest
    @MethodSource("seeds")
    void aTreeIsReadAsItWasWritten(long seed) {
        Map<String, Object> tree = new RandomTree(seed).next();
        String text = TomlWriter.write(tree);
        assertThat(TomlDocument.parse(text)).as(text).isEqualTo(tree);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTextSaysTheSameAfterItWasReadAndWritten(long seed) {
        Map<String, Object> tree =
                TomlDocument.parse(RandomToml.write(new Random(seed)).text());
        assertThat(TomlDocument.parse(TomlWriter.write(tree))).isEqualTo(tree);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameTreeInJsonIsTheSameTree(long seed) {
        Map<String, Object> tree = new RandomTree(seed).next();
        String json = JsonMapper.shared().writeValueAsString(tree);
        assertThat(JsonDocument.parse(json)).as(json).isEqualTo(tree);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x = inf", "x = -inf", "x = nan", "x = 1e400", "x = -0.0", "x = 0xff", "x = 12:30:00"})
    void oddNumbersStayWhatTheyAre(String text) {
        Map<String, Object> tree = TomlDocument.parse(text);
        assertThat(TomlDocument.parse(TomlWriter.write(tree))).isEqualTo(tree);
    }

    @Test
    void aRuleLooksAsAPersonWouldWriteIt() {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("name", "Netcat");
        rule.put("threat", List.of(Map.of("framework", "MITRE ATT&CK", "tactic", Map.of("id", "TA0002")), Map.of()));
        rule.put("risk_score", 47);
        rule.put("tags", List.of("a", 1, Map.of("b", List.of())));
        rule.put("note", "He said: \"''' is\n\nodd\"");
        rule.put("path", "C:\\Windows\\\"x\"");
        rule.put("query", "process where\n  process.name : \"C:\\\\nc*\"\n");
        rule.put(
                "false_positives",
                IntStream.range(0, 3)
                        .mapToObj("A reason that takes some room. "::repeat)
                        .toList());
        rule.put("author", List.of("of\nlines"));
        rule.put("odd key", Map.of());
        assertThat(TomlWriter.write(Map.of("rule", rule))).isEqualTo("""
                [rule]
                name = "Netcat"
                risk_score = 47
                tags = ["a", 1, {b = []}]
                note = \"""
                He said: "''' is

                odd\\"\"""
                path = 'C:\\Windows\\"x"'
                query = '''
                process where
                  process.name : "C:\\\\nc*"
                '''
                false_positives = [
                    "",
                    "A reason that takes some room. ",
                    "A reason that takes some room. A reason that takes some room. ",
                ]
                author = [
                    '''
                of
                lines''',
                ]

                [[rule.threat]]
                framework = "MITRE ATT&CK"

                [rule.threat.tactic]
                id = "TA0002"

                [[rule.threat]]

                [rule."odd key"]
                """);
    }

    private static Stream<Long> seeds() {
        return LongStream.range(0, 500).boxed();
    }
}
