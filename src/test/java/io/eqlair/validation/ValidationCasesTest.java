package io.eqlair.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.eql.source.EqlLimits;
import io.eqlair.problem.Problem;
import io.eqlair.repository.RuleBundle;
import io.eqlair.rule.RuleLimits;
import io.eqlair.rule.RuleProblem;
import io.eqlair.testing.CaseFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule below {@code validation/}: its state, and all that its author gets to see. */
class ValidationCasesTest {

    /** The field {@code my.field} counts as one that events have carried. */
    private static final RuleValidator VALIDATOR =
            new RuleValidator(new RuleBundle(RuleLimits.DEFAULT), EqlLimits.DEFAULT, "my.field"::equals, List.of());

    private static List<Path> cases() {
        return CaseFiles.in("validation", ".toml");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyProblemIsTold(Path file) throws IOException {
        Validation.ValidatedRule rule = validated(file).rules().getFirst();
        String problems = rule.problems().stream()
                .map(problem -> problem.level().text() + " " + problem.text() + "\n")
                .collect(Collectors.joining());
        CaseFiles.assertExpected(file, ".expected", rule.entry().state().text() + "\n" + problems);
    }

    @Test
    void everyKindOfWarningHasACase() throws IOException {
        Set<String> told = new TreeSet<>();
        for (Path file : cases()) {
            validated(file).rules().getFirst().problems().stream()
                    .map(RuleProblem::code)
                    .forEach(told::add);
        }
        assertThat(told)
                .containsAll(Arrays.stream(Problem.values())
                        .filter(problem -> problem.compareTo(Problem.RULE_MAXSPAN_PAST_LOOK_BACK) >= 0)
                        .filter(problem -> problem.compareTo(Problem.RULE_INDEX_BLANK) <= 0)
                        .map(Problem::code)
                        .toList());
    }

    @Test
    void warningsNeverCrowdOutAnError() {
        String rule = """
                [rule]
                type = "eql"
                rule_id = "5d1c8a60-91b7-4e55-a7f3-0c2b7e4f9a11"
                name = "Many slips"
                severity = "low"
                risk_score = 21
                index = [%s]
                query = 'process where process.name = "nc"'
                """.formatted("\"\", ".repeat(150));
        Validation validation = VALIDATOR.validate("rule.toml", rule.getBytes(StandardCharsets.UTF_8));
        assertThat(validation.count(RuleProblem.Level.ERROR)).isEqualTo(1);
        assertThat(validation.count(RuleProblem.Level.WARNING)).isEqualTo(100);
        assertThat(validation.rules().getFirst().problems().getLast().message())
                .isEqualTo("The file has 51 more problems.");
    }

    private static Validation validated(Path file) throws IOException {
        return VALIDATOR.validate(file.getFileName().toString(), Files.readAllBytes(file));
    }
}
