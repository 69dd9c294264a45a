package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.api.http.Examples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service that starts with exceptions of an earlier run, of which one file is damaged. */
class KeptExceptionsHttpTest extends HttpTest {

    private static final String EXCEPTIONS = "/api/v1/exceptions";
    private static final String KEPT = """
            {"name": "web-1", "rules": "all", "entries": [{"field": "host.name", "operator": "is", "value": "web-1"}]}""";

    @TempDir
    static Path temporary;

    @Value("${eqlair.data.dir}")
    private Path directory;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) {
        registry.add("eqlair.data.dir", temporary::toString);
    }

    /** Writes the files before anything of the service is made. */
    @TestConfiguration
    static class EarlierRun {

        @Bean
        static BeanFactoryPostProcessor files(Environment environment) {
            Path exceptions = Path.of(environment.getRequiredProperty("eqlair.data.dir"), "exceptions");
            return factory -> write(exceptions);
        }

        private static void write(Path exceptions) {
            try {
                Files.createDirectories(exceptions);
                Files.writeString(exceptions.resolve("kept.json"), KEPT);
                Files.writeString(exceptions.resolve("broken.json"), "{\"name\":");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void whatIsInOrderIsInForceAndWhatIsNotIsShownUntilItIsRemoved() {
        assertThat(events(Examples.LINUX_RULE_FIRES)).firesNothing();
        assertThat(events(Examples.LINUX_RULE_FIRES.replace("web-1", "web-2"))).firesRules("Netcat");
        assertThat(get(EXCEPTIONS + "?state=rejected"))
                .has("/total", 1)
                .has("/exceptions/0/id", "broken")
                .has("/exceptions/0/findings/0/code", "exception_not_json");
        assertThat(get(EXCEPTIONS + "/broken")).has("/state", "rejected");
        assertThat(get(EXCEPTIONS)).has("/total", 2).has("/exceptions/0/id", "kept");
        assertThat(get("/actuator/prometheus").text()).contains("eqlair_exceptions{state=\"rejected\"} 1.0");
        assertThat(delete(EXCEPTIONS + "/broken", Map.of())).hasStatus(204);
        assertThat(get(EXCEPTIONS + "/broken")).isProblem(404, "exception_not_found");
        assertThat(directory.resolve("exceptions/broken.json")).doesNotExist();
    }
}
