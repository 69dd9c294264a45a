package io.eqlair.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.Application;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class AlertStreamsLifecycleTest {

    @TempDir
    private Path directory;

    /** It would wait for a stream as for any request under way, and a stream has no end of its own. */
    @Test
    void theWebServerNeedNotWaitForStreams() throws IOException {
        ConfigurableApplicationContext service = new SpringApplicationBuilder(Application.class)
                .run("--server.port=0", "--eqlair.data.dir=" + directory, "--eqlair.alerts.stream-heartbeat=10m");
        String port = service.getEnvironment().getProperty("local.server.port");
        String url = "http://127.0.0.1:" + port + "/api/v1/alerts/stream";
        try (InputStream stream = URI.create(url).toURL().openStream()) {
            assertThat(new String(stream.readNBytes(6), StandardCharsets.UTF_8)).isEqualTo("retry:");
            long start = System.nanoTime();
            service.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(" 2000\n\n");
        }
    }
}
