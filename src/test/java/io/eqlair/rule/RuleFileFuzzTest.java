package io.eqlair.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.eqlair.rule.format.TomlDocument;
import io.eqlair.rule.format.TomlLocator;
import io.eqlair.rule.format.TomlWriter;
import java.util.Map;
import tools.jackson.core.JacksonException;

/**
 * Whatever a rule file is: it is a rule or is refused, with a place for each problem. What is TOML says the same when it is written
 * out and read again.
 */
class RuleFileFuzzTest {

    private final RuleFileReader reader = new RuleFileReader(RuleLimits.DEFAULT);

    @FuzzTest
    void aFileIsARuleOrIsRefused(byte[] content) {
        RuleFile file = reader.read(content, "fuzz.toml");
        assertThat(file.origin()).isEqualTo("fuzz.toml");
        if (file instanceof RuleFile.Rejected rejected) {
            assertThat(rejected.problems())
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
        }
        assertThat(reader.discover(content, "fuzz.toml")).isNotNull();
        assertThat(reader.discoverLine(content, "fuzz.ndjson", 1)).isNotNull();
        toml(new String(content, UTF_8));
    }

    private static void toml(String text) {
        assertThat(TomlLocator.locate(text)).isNotNull();
        Map<String, Object> tree;
        try {
            tree = TomlDocument.parse(text);
        } catch (JacksonException refused) {
            return;
        }
        String written = TomlWriter.write(tree);
        assertThat(TomlDocument.parse(written)).as(written).isEqualTo(tree);
    }
}
