package io.eqlair.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.testing.CaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Why conditions of one part do not hold, as {@code explain/*.cases} has it: a condition, and indented below it events, each
 * behind the reason; {@code holds} where there is none.
 */
class ReasonCasesTest {

    @ParameterizedTest
    @MethodSource("cases")
    void theReasonIsTold(Case asked) {
        Node node = Objects.requireNonNull(Explaining.explain("any where " + asked.condition(), asked.event())
                .condition());
        assertThat(node.verdict()).as("verdict").isEqualTo(asked.verdict());
        assertThat(node.reason() == null ? "holds" : node.reason().text()).isEqualTo(asked.reason());
        assertThat(node.place().text()).isEqualTo(asked.condition());
    }

    @Test
    void everyReasonOfAPartHasACase() throws IOException {
        Set<String> told = cases().stream().map(Case::reason).collect(Collectors.toSet());
        Set<Reason> ofParts =
                EnumSet.complementOf(EnumSet.of(Reason.NOT_THIS_CATEGORY, Reason.EXCLUDED_BY_INDEX_PATTERN));
        assertThat(told).containsAll(ofParts.stream().map(Reason::text).toList());
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Path file : CaseFiles.in("explain", ".cases")) {
            String condition = "";
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith(" ")) {
                    cases.add(Case.of(condition, line.strip()));
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    condition = line;
                }
            }
        }
        return cases;
    }

    record Case(String condition, String reason, String event) {

        static Case of(String condition, String line) {
            int brace = line.indexOf('{');
            return new Case(condition, line.substring(0, brace).strip(), line.substring(brace));
        }

        boolean verdict() {
            return reason.equals("holds") || reason.equals(Reason.ALWAYS_TRUE.text());
        }
    }
}
