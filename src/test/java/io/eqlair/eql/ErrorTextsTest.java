package io.eqlair.eql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eqlair.eql.analysis.Analyzer;
import io.eqlair.eql.parser.EqlParser;
import io.eqlair.eql.source.Diagnostic;
import io.eqlair.eql.source.EqlException;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.eql.source.Source;
import io.eqlair.problem.Problem;
import io.eqlair.testing.CaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each mistake in a query says to its author, in full. A case may lower one limit in a comment on its first line:
 * {@code // limits: depth=5}.
 */
class ErrorTextsTest {

    private static final Pattern LIMIT = Pattern.compile("// limits: (\\w+)=(\\d+)");

    static List<Path> cases() {
        return CaseFiles.in("eql/errors", ".eql");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theMistakeIsExplained(Path file) throws IOException {
        EqlException refused = refusal(file);
        CaseFiles.assertExpected(file, ".err", refused.getMessage() + "\n");
    }

    @Test
    void everyProblemOfTheLanguageHasACase() throws IOException {
        Set<String> explained = new TreeSet<>();
        for (Path file : cases()) {
            refusal(file).diagnostics().stream().map(Diagnostic::code).forEach(explained::add);
        }
        assertThat(explained)
                .containsAll(Arrays.stream(Problem.values())
                        .map(Problem::code)
                        .filter(code -> code.startsWith("eql_"))
                        .toList());
    }

    private static EqlException refusal(Path file) throws IOException {
        Source source = new Source(Files.readString(file));
        EqlLimits limits = limits(source.text());
        EqlException refused = catchThrowableOfType(
                EqlException.class,
                () -> Analyzer.analyze(EqlParser.parse(source, limits), source, limits, "@timestamp"));
        assertThat(refused).as("refusal of " + file).isNotNull();
        return refused;
    }

    private static EqlLimits limits(String text) {
        Matcher limit = LIMIT.matcher(text);
        String name = limit.find() ? limit.group(1) : "none";
        EqlLimits usual = EqlLimits.DEFAULT;
        return new EqlLimits(
                value(limit, name.equals("length"), usual.length()),
                value(limit, name.equals("depth"), usual.depth()),
                value(limit, name.equals("listItems"), usual.listItems()),
                value(limit, name.equals("items"), usual.items()),
                value(limit, name.equals("stages"), usual.stages()));
    }

    private static int value(Matcher limit, boolean lowered, int usual) {
        return lowered ? Integer.parseInt(limit.group(2)) : usual;
    }
}
