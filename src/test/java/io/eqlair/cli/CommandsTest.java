package io.eqlair.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which arguments are for a command, and what is said of those that are wrong. */
class CommandsTest {

    @ParameterizedTest
    @CsvSource({
        "'',                     false",
        "--server.port=1,        false",
        "--server.port=1 test,   false",
        "test,                   true",
        "scan --rules x,         true",
        "help,                   true",
        "--help,                 true",
        "-h,                     true",
        "--version,              true",
        "tets,                   true"
    })
    void whatIsNoSettingOfTheServiceIsACommand(String arguments, boolean command) {
        assertThat(Commands.isCommand(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(command);
    }

    @Test
    void theVersionIsToldOnStandardOutput() {
        Called called = Called.with("--version");
        assertThat(called.out()).matches("eqlair \\d+\\.\\d+.*\\R");
        assertThat(called.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"help, test", "help test, --junit", "test --help, --cases", "scan --help, --no-progress"})
    void helpIsToldOnStandardOutput(String arguments, String part) {
        Called called = Called.with(arguments.split(" "));
        assertThat(called.out()).contains(part);
        assertThat(called.err()).isEmpty();
        assertThat(called.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tets                                              | Did you mean: eqlair test?",
                "scan                                              | --rules",
                "scan --rules                                      | --rules",
                "scan --rules nowhere                              | no file or directory `nowhere`",
                "scan --rules src/test/resources/cli/rules nothing | no file or directory `nothing`",
                "scan --rules src/test/resources/cli/rules src     | it is a directory",
                "scan --rules src/test/resources/cli/rules --port 1| --port",
                "test --rules src/test/resources/cli/rules         | --cases",
                "test --rules src --cases nowhere                  | Check `--cases`",
                "test --rules nowhere --cases src/test/resources/cli/cases/good | Check `--rules`"
            })
    void aWrongCallIsToldWithAWayOut(String arguments, String part) {
        Called called = Called.with(arguments.split(" +"));
        assertThat(called.err()).contains(part, "--help");
        assertThat(called.out()).isEmpty();
        assertThat(called.code()).isEqualTo(2);
    }

    @Test
    void aTestWithoutCasesIsNotGreen(@TempDir Path empty) {
        Called called = Called.with("test", "--rules", Called.RULES, "--cases", empty.toString());
        assertThat(called.err()).contains("There is no case in `" + empty + "`", "{\"rule_id\"");
        assertThat(called.code()).isEqualTo(2);
    }
}
