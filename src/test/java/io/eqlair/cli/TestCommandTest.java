package io.eqlair.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases: which pass, which fail, and what is said of those. */
class TestCommandTest {

    @Test
    void casesThatHoldPass() {
        Called called = test(Called.CASES + "good");
        assertThat(called.out().lines().map(line -> line.replaceAll("\\(.*", "").strip()))
                .containsExactly(
                        "ok      netcat is seen  Netcat listens",
                        "ok      nothing else is seen  Netcat listens",
                        "ok      silence is told at the end  Started, and nothing written",
                        "ok      written.json  Started, and nothing written",
                        "ok      tables.toml  Netcat listens",
                        "",
                        "0 of 2 active rules have no case.",
                        "5 passed, 0 failed");
        assertThat(called.code()).isZero();
    }

    @Test
    void aRuleThatIsRejectedFailsWithoutACase() {
        Called called = withRejected(Called.CASES + "good");
        assertThat(called.out())
                .contains("FAILED  the rule is in order", "single_equals.toml:8:", "Use `==`", "5 passed, 1 failed");
        assertThat(called.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "too_few.json          | Expected 2 alerts, found 1.",
                "too_many.json         | Expected no alert, found 1.",
                "misspelt_field.json   | No event of the case has `process.name`",
                "other_value.json      | /explain",
                "unknown_member.json   | `event` has no meaning in a case.",
                "no_alerts.json        | The case has no `alerts`.",
                "no_rule.json          | The case has no `rule_id`.",
                "no_events.json        | The case has no `events`.",
                "empty_events.json     | tests nothing",
                "empty_text.json       | tests nothing",
                "events_twice.json     | both `events` and `events_file`",
                "negative.json         | `alerts` is `-1`: expected a whole number from 0.",
                "fraction.json         | `alerts` is `1.5`: expected a whole number from 0.",
                "no_event.json         | Event 2 of the case cannot be read",
                "missing_file.json     | nowhere.ndjson",
                "bad_line.json         | Event 2 of the case cannot be read",
                "not_json.json         | This is not JSON at line 2, column 1: unexpected end-of-input",
                "a_list.json           | The case` is an array: expected an object.",
                "not_toml.toml         | This is not TOML at line 1",
                "unsupported_rule.json | it is unsupported.",
                "disabled_rule.json    | it is disabled.",
                "unknown_rule.json     | There is no rule with the id `nobody`."
            })
    void aCaseThatDoesNotHoldFailsAndSaysWhy(String file, String part) {
        Called called = test(Called.CASES + "bad/" + file);
        assertThat(called.out()).startsWith("FAILED").contains(part, "0 passed, 1 failed");
        assertThat(called.code()).isEqualTo(1);
    }

    @Test
    void aCaseOfARejectedRuleTellsItWithItsPlace() {
        assertThat(withRejected(Called.CASES + "bad/rejected_rule.json").out())
                .contains(
                        "it is rejected.", "single_equals.toml:8:", "Use `==`", "Mend the rule", "0 passed, 1 failed");
    }

    @Test
    void oneBadCaseSparesTheOthers() {
        Called called = Called.with(
                "test",
                "--rules",
                Called.RULES,
                "--rules",
                Called.REJECTED,
                "--cases",
                Called.CASES + "good",
                "--cases",
                Called.CASES + "bad");
        assertThat(called.out()).endsWith("5 passed, 23 failed\n");
        assertThat(called.code()).isEqualTo(1);
    }

    @Test
    void rulesWithoutACaseAreListedOnDemand() {
        String one = Called.CASES + "good/listens.json";
        assertThat(test(one).out()).contains("1 of 2 active rules have no case; --verbose lists them.");
        assertThat(Called.with("test", "--rules", Called.RULES, "--cases", one, "-v")
                        .out())
                .contains("no case  Started, and nothing written  00000000-0000-4000-8000-0000000000a2");
    }

    @Test
    void aBuildServerFindsTheResultsAsXml(@TempDir Path directory) throws IOException {
        Path report = directory.resolve("reports/eqlair.xml");
        Called called = Called.with(
                "test",
                "--rules",
                Called.RULES,
                "--rules",
                Called.REJECTED,
                "--cases",
                Called.CASES,
                "--junit",
                report.toString());
        assertThat(called.code()).isEqualTo(1);
        assertThat(Files.readString(report)).contains("tests=\"28\"", "failures=\"4\"", "errors=\"19\"");
    }

    @Test
    void aReportThatCannotBeWrittenIsTold(@TempDir Path directory) {
        Called called = Called.with(
                "test", "--rules", Called.RULES, "--cases", Called.CASES + "good", "--junit", directory.toString());
        assertThat(called.err()).contains("The report cannot be written to `" + directory);
        assertThat(called.code()).isEqualTo(1);
    }

    @Test
    void filesWithDotsAreNoCases(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory.resolve(".git"));
        for (String file : List.of(".git/a.json", ".b.json", "c.ndjson", "d.json")) {
            Files.writeString(directory.resolve(file), "");
        }
        assertThat(CaseFolder.cases(directory)).containsExactly(directory.resolve("d.json"));
    }

    private static Called withRejected(String cases) {
        return Called.with("test", "--rules", Called.RULES, "--rules", Called.REJECTED, "--cases", cases);
    }

    private static Called test(String cases) {
        return Called.with("test", "--rules", Called.RULES, "--cases", cases);
    }
}
