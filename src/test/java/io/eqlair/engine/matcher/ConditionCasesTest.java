package io.eqlair.engine.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.event.Event;
import io.eqlair.testing.CaseFiles;
import io.eqlair.testing.EventQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asks events conditions, as {@code eql/conditions/*.cases} has them: a condition, and indented below it events that
 * match ({@code +}) or do not ({@code -}). With {@code !} behind it, or alone, something could not be computed.
 */
class ConditionCasesTest {

    @ParameterizedTest
    @MethodSource("cases")
    void theEventMatchesOrNot(Case asked) {
        EventQuestion question = EventQuestion.of("any where " + asked.condition());
        Event event = question.event(asked.event());
        assertThat(question.matches(event)).as("matches").isEqualTo(asked.matches());
        assertThat(event.failures() > 0).as("fails").isEqualTo(asked.fails());
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Path file : CaseFiles.in("eql/conditions", ".cases")) {
            String condition = "";
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith(" ")) {
                    cases.add(Case.of(file, condition, line.strip()));
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    condition = line;
                }
            }
        }
        return cases;
    }

    record Case(String file, String condition, String event, boolean matches, boolean fails) {

        static Case of(Path file, String condition, String line) {
            String mark = line.substring(0, line.indexOf(' '));
            return new Case(
                    file.getFileName().toString(),
                    condition,
                    line.substring(mark.length()).strip(),
                    mark.startsWith("+"),
                    mark.endsWith("!"));
        }
    }
}
