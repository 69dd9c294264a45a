package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The contract that is checked in is the one that is served. After a change that is meant, run with {@code
 * -Deqlair.rewrite=true} and review the difference.
 */
class OpenApiTest extends HttpTest {

    private static final Path CONTRACT = Path.of("openapi/eqlair.yaml");

    @Test
    void theContractIsWhatTheServiceServes() throws IOException {
        String served = get("/v3/api-docs.yaml").text();
        if (Boolean.getBoolean("eqlair.rewrite")) {
            Files.createDirectories(CONTRACT.getParent());
            Files.writeString(CONTRACT, served);
        }
        assertThat(served).isEqualTo(Files.readString(CONTRACT));
    }
}
