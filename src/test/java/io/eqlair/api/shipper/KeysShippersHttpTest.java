package io.eqlair.api.shipper;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.access.ApiKeys;
import io.eqlair.access.KeyTerms;
import io.eqlair.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Shippers with a key: what they send is taken, and what is refused for the key's sake is kept by those who can. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class KeysShippersHttpTest {

    static final List<Shipper> SHIPPERS = Shippers.ALL;

    private static final int MORE_THAN_A_MINUTE_ALLOWS = 1_000;

    @LocalServerPort
    private int port;

    @Autowired
    private ApiKeys keys;

    private String key = "";

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) throws IOException {
        Path directory = Files.createTempDirectory("eqlair-");
        registry.add("eqlair.data.dir", directory::toString);
    }

    @BeforeEach
    void makeKey() throws IOException {
        key = "ApiKey "
                + keys.create(new KeyTerms("shipper", Set.of(Role.INGEST), null, 10), "test", key -> {})
                        .orElseThrow()
                        .encoded();
    }

    @ParameterizedTest
    @FieldSource("SHIPPERS")
    void aKeyThatMaySendMaySendAllThatAShipperSends(Shipper shipper) {
        try (Wire wire = new Wire(port)) {
            for (Shipper.Question question :
                    shipper.questions().stream().limit(5).toList()) {
                Reply reply = wire.make(question.call().with("Authorization", key));
                assertThat(question.goesOn().test(reply))
                        .as("%s: %s", question, reply)
                        .isTrue();
            }
            assertThat(wire.make(delivery(shipper, 1, key)).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @FieldSource("SHIPPERS")
    void whatIsMoreThanAKeyMaySendIsSentAgain(Shipper shipper) {
        try (Wire wire = new Wire(port)) {
            assertThat(wire.make(delivery(shipper, MORE_THAN_A_MINUTE_ALLOWS, key))
                            .status())
                    .isEqualTo(200);
            Reply reply = wire.make(delivery(shipper, 1, key));
            assertThat(reply.status()).isEqualTo(shipper.again());
            judge(shipper, Occasion.RATE_LIMITED, reply);
        }
    }

    @ParameterizedTest
    @FieldSource("SHIPPERS")
    void whatAnUnknownKeySendsIsKept(Shipper shipper) {
        try (Wire wire = new Wire(port)) {
            Reply reply = wire.make(delivery(shipper, 1, "ApiKey bm9ib2R5Om5vdGhpbmc="));
            assertThat(reply.status()).isEqualTo(shipper.believesNoRefusal() ? shipper.again() : 401);
            judge(shipper, Occasion.KEY_REFUSED, reply);
        }
    }

    private static Call delivery(Shipper shipper, int events, String key) {
        return shipper.deliver(Collections.nCopies(events, Doc.good(1))).with("Authorization", key);
    }

    private static void judge(Shipper shipper, Occasion occasion, Reply reply) {
        Fate fate = shipper.judge(1, reply);
        assertThat(occasion.isServedBy(fate, Set.of()))
                .as("%s: %s after %s", shipper.name(), fate, reply)
                .isEqualTo(!Hazard.isKnown(shipper.name(), occasion));
    }
}
