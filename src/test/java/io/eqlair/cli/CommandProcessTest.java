package io.eqlair.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.Application;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command in a process of its own, through the real {@code main}. */
class CommandProcessTest {

    @TempDir
    Path directory;

    @Test
    void aScanStartsNoServiceAndKeepsStandardOutputClean() throws Exception {
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        Process process = new ProcessBuilder(command())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        List<JsonNode> alerts = Files.readAllLines(out).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
        assertThat(alerts)
                .extracting(alert -> alert.at("/rule/name").asString())
                .contains("Netcat listens");
        assertThat(Files.readString(err, StandardCharsets.UTF_8))
                .contains("2 alerts.", "1 rejected")
                .doesNotContain("Tomcat", "Spring", "DEBUG", "INFO", "SLF4J", "\r");
    }

    private static List<String> command() {
        String tests = File.separator + "test-classes";
        String classPath = List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .filter(entry -> !entry.endsWith(tests))
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Application.class.getName(),
                "scan",
                "--rules",
                Called.RULES,
                "--rules",
                Called.REJECTED,
                Called.EVENTS + "three.ndjson");
    }
}
