package io.eqlair.api.shipper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A running service with so little room that a single slow sender keeps all others out, and no body may be very large. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"eqlair.limits.bytes-in-flight=1000B", "eqlair.limits.body-bytes=4MB"})
abstract class CrampedHttpTest {

    /** What a slow sender has to have sent for that. */
    static final int ENOUGH_TO_KEEP_OTHERS_OUT = 900;

    @LocalServerPort
    int port;

    Wire wire = new Wire(0);

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) throws IOException {
        Path directory = Files.createTempDirectory("eqlair-");
        registry.add("eqlair.data.dir", directory::toString);
    }

    @BeforeEach
    void connect() {
        wire = new Wire(port);
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }
}
