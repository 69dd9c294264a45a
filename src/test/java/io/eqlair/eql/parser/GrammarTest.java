package io.eqlair.eql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the grammar in the package's description and the parser together. */
class GrammarTest {

    private static final Path PACKAGE = Path.of("src/main/java/io/eqlair/eql/parser");

    private static List<String> rules = List.of();
    private static List<String> methods = List.of();

    @BeforeAll
    static void readSources() throws IOException {
        rules = names("package-info.java", "(?m)^ \\* (\\w+) +=");
        methods = names("EqlParser.java", "(?m)^ {4}private [^=;]*?(\\w+)\\(.*\\{$");
    }

    @Test
    void everyRuleIsAMethodOfTheParser() {
        assertThat(rules).hasSizeGreaterThan(20);
        assertThat(methods).containsAll(rules);
    }

    @Test
    void methodsStandInTheOrderOfTheRules() {
        List<String> ofRules =
                methods.stream().filter(rules::contains).distinct().toList();
        assertThat(ofRules).isEqualTo(rules);
    }

    private static List<String> names(String file, String pattern) throws IOException {
        String source = Files.readString(PACKAGE.resolve(file));
        return Pattern.compile(pattern)
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
