package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.api.http.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service that starts with exceptions of an earlier run, of which one file is damaged. */
class KeptExceptionsHttpTest extends HttpTest {

    private static final String EXCEPTIONS = "/api/v1/exceptions";

    @TempDir
    static Path directory;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) throws IOException {
        Files.createDirectories(directory.resolve("exceptions"));
        Files.writeString(directory.resolve("exceptions/kept.json"), """
                {"name": "web-1", "rules": "all", "entries": [{"field": "host.name", "operator": "is", "value": "web-1"}]}""");
        Files.writeString(directory.resolve("exceptions/broken.json"), "{\"name\":");
        registry.add("eqlair.data.dir", directory::toString);
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
