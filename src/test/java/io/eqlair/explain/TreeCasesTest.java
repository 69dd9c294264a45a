package io.eqlair.explain;

import io.eqlair.engine.CheckedRule;
import io.eqlair.event.Envelope;
import io.eqlair.testing.CaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole explanations, as {@code explain/trees} has them: a query, below it events of one line each that begin with a brace, and
 * beside it what is said of each. A line {@code index: a, b} gives the rule's index patterns.
 */
class TreeCasesTest {

    private static final String INDEX = "index: ";

    @ParameterizedTest
    @MethodSource("files")
    void theExplanationIsAsExpected(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String query = String.join(
                "\n",
                lines.stream()
                        .filter(line -> !line.startsWith("{") && !line.startsWith(INDEX))
                        .toList());
        CheckedRule rule = Explaining.rule(query.strip(), patterns(lines));
        StringBuilder told = new StringBuilder();
        for (String event : lines.stream().filter(line -> line.startsWith("{")).toList()) {
            told.append(event).append('\n').append(TreeText.of(Explaining.explain(rule, event, Envelope.NONE)));
        }
        CaseFiles.assertExpected(file, ".txt", told.toString());
    }

    static List<Path> files() {
        return CaseFiles.in("explain/trees", ".eql");
    }

    private static String[] patterns(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(INDEX))
                .flatMap(line -> List.of(line.substring(INDEX.length()).split(", ", -1)).stream())
                .toArray(String[]::new);
    }
}
