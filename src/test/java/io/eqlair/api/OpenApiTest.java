package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
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
    void theContractIsWhatTheServiceServes() throws Exception {
        String served = served();
        if (Boolean.getBoolean("eqlair.rewrite")) {
            Files.createDirectories(CONTRACT.getParent());
            Files.writeString(CONTRACT, served);
        }
        assertThat(served).isEqualTo(Files.readString(CONTRACT));
    }

    /** Its media type names no character set, so that clients take it for another than UTF-8. */
    private String served() throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + "/v3/api-docs.yaml");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        }
    }
}
