package io.eqlair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eqlair.access.ApiKeys;
import io.eqlair.access.KeyTerms;
import io.eqlair.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** On an address that others can reach, the service asks for keys or does not start. */
@ExtendWith(OutputCaptureExtension.class)
class StartWithoutKeysTest {

    private static final String ALL = "--server.address=0.0.0.0";

    @TempDir
    private Path data = Path.of("");

    private ConfigurableApplicationContext start(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--eqlair.data.dir=" + data,
                "--eqlair.rules.locations=src/test/resources/cli/rules"));
        arguments.addAll(List.of(settings));
        return SpringApplication.run(Application.class, arguments.toArray(String[]::new));
    }

    @Test
    void withoutKeysItSaysWhatCanBeDone(CapturedOutput output) {
        assertThatThrownBy(() -> start(ALL)).isNotNull();
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "answer on 0.0.0.0", "no key in `" + data.toAbsolutePath())
                .contains("key create --name admin --role admin --data-dir " + data.toAbsolutePath())
                .contains("server.address=127.0.0.1", "eqlair.access.open=true")
                .doesNotContain("security password");
    }

    @Test
    void openOnPurposeItWarns(CapturedOutput output) {
        try (var service = start(ALL, "--eqlair.access.open=true")) {
            assertThat(service.isRunning()).isTrue();
        }
        assertThat(output).contains("asks nobody for a key").doesNotContain("security password");
    }

    @Test
    void withAKeyItStarts(CapturedOutput output) throws IOException {
        assertThat(new ApiKeys(data, InstantSource.system())
                        .create(new KeyTerms("ann", Set.of(Role.ADMIN), null, null), "test", key -> {}))
                .isPresent();
        try (var service = start(ALL)) {
            assertThat(service.isRunning()).isTrue();
        }
        assertThat(output).contains("to everybody who has a key");
    }

    @Test
    void keysThatCannotBeReadAreNotTakenForNone(CapturedOutput output) throws IOException {
        Files.writeString(data.resolve("keys.json"), "{broken");
        assertThatThrownBy(() -> start("--server.address=127.0.0.1")).isNotNull();
        assertThat(output).contains("APPLICATION FAILED TO START", "cannot be read", "keys.json");
    }
}
