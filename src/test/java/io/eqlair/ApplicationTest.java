package io.eqlair;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The service as a whole: it starts, and answers what an orchestrator asks. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ApplicationTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ServerProperties server;

    private RestTestClient client;

    @BeforeEach
    void connect() {
        client = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz", "/actuator/health/liveness", "/actuator/health/readiness"})
    void aStartedServiceIsAliveAndReady(String probe) {
        get(probe).expectBody().jsonPath("$.status").isEqualTo("UP");
    }

    @Test
    void onlyThisMachineIsAnsweredByDefault() {
        assertThat(server.getAddress()).isEqualTo(InetAddress.getLoopbackAddress());
    }

    @Test
    void theVersionIsShown() {
        get("/actuator/info").expectBody().jsonPath("$.build.version").exists();
    }

    @Test
    void metricsAreThereForPrometheus() {
        get("/actuator/prometheus")
                .expectBody(String.class)
                .value(text -> assertThat(text).contains("# TYPE jvm_info gauge"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator/loggers", "/actuator/shutdown"})
    void nothingElseIsExposed(String path) {
        client.get().uri(path).exchange().expectStatus().isNotFound();
    }

    @Test
    void theDocumentIsTheSameOnEveryMachine() {
        get("/v3/api-docs").expectBody().jsonPath("$.servers[0].url").isEqualTo("/");
    }

    private RestTestClient.ResponseSpec get(String path) {
        return client.get().uri(path).exchange().expectStatus().isOk();
    }
}
