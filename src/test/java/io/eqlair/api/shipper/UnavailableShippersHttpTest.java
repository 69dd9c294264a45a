package io.eqlair.api.shipper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** While no alert can be stored, no event is acknowledged, and shippers keep what they have. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/postgres?user=postgres")
class UnavailableShippersHttpTest {

    static final List<Shipper> SHIPPERS = Shippers.ALL;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) throws IOException {
        Path directory = Files.createTempDirectory("eqlair-");
        registry.add("eqlair.data.dir", directory::toString);
    }

    @ParameterizedTest
    @FieldSource("SHIPPERS")
    void whatCannotBeStoredIsSentAgain(Shipper shipper) {
        try (Wire wire = new Wire(port)) {
            Reply reply = wire.make(shipper.deliver(List.of(Doc.good(1))));
            assertThat(reply.status()).isEqualTo(shipper.again());
            assertThat(reply.header("Retry-After")).isEqualTo(reply.isBrokenOff() ? "" : "5");
            Fate fate = shipper.judge(1, reply);
            assertThat(Occasion.STORE_UNAVAILABLE.isServedBy(fate, Set.of()))
                    .as("%s: %s after %s", shipper.name(), fate, reply)
                    .isEqualTo(!Hazard.isKnown(shipper.name(), Occasion.STORE_UNAVAILABLE));
        }
    }
}
