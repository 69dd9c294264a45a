package io.eqlair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The data directory belongs to one service at a time, and to one user. */
@ExtendWith(OutputCaptureExtension.class)
class StartTwiceTest {

    @TempDir
    private Path directory = Path.of("");

    private static ConfigurableApplicationContext start(Path data) {
        return SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--eqlair.data.dir=" + data,
                "--eqlair.rules.locations=src/test/resources/cli/rules");
    }

    @Test
    void theSecondServiceOfADirectoryDoesNotStart(CapturedOutput output) {
        Path data = directory.resolve("data");
        try (var first = start(data)) {
            assertThatThrownBy(() -> start(data)).isNotNull();
            assertThat(first.isRunning()).isTrue();
        }
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "Another Eqlair runs with the data directory `" + data)
                .contains("--eqlair.data.dir=DIR");
    }

    @Test
    void aDirectoryIsLeftToTheNextService() {
        Path data = directory.resolve("data");
        start(data).close();
        try (var next = start(data)) {
            assertThat(next.isRunning()).isTrue();
        }
    }

    @Test
    void whatIsMadeIsForItsOwnerAlone(CapturedOutput output) throws IOException {
        Path data = directory.resolve("data");
        start(data).close();
        assertThat(rights(data)).isEqualTo("rwx------");
        assertThat(rights(data.resolve("alerts.db"))).isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files)
                    .contains(data.resolve("sequences.state"))
                    .allSatisfy(
                            file -> assertThat(rights(file)).as(file.toString()).isEqualTo("rw-------"));
        }
        assertThat(output).doesNotContain("Other users of this machine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwx--x--x"})
    void aDirectoryThatOthersCanReadIsToldAndLeftAsItIs(String rights, CapturedOutput output) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(rights));
        start(directory).close();
        assertThat(rights(directory)).isEqualTo(rights);
        assertThat(output).containsOnlyOnce("Other users of this machine can read " + directory);
    }

    @Test
    void aDirectoryThatCannotBeMadeIsTold(CapturedOutput output) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> start(file.resolve("data"))).isNotNull();
        assertThat(output).contains("APPLICATION FAILED TO START", "cannot be made, written to or locked");
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
