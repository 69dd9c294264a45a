package io.eqlair.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eqlair.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are kept without their secrets, and seen by every process that looks. */
@SuppressWarnings("NullAway.Init")
class ApiKeysTest {

    private static final KeyTerms SHIPPER = new KeyTerms("shipper", Set.of(Role.INGEST), null, null);

    @TempDir
    private Path data = Path.of("");

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final InstantSource clock = () -> now;
    private ApiKeys keys;

    @BeforeEach
    void open() throws IOException {
        keys = another();
    }

    private ApiKeys another() throws IOException {
        return new ApiKeys(data, clock);
    }

    private CreatedKey create() throws IOException {
        return keys.create(SHIPPER, "test", key -> {}).orElseThrow();
    }

    @Test
    void whatCannotBeNotedDownIsNotMade() throws IOException {
        assertThatThrownBy(() -> keys.create(SHIPPER, "test", key -> {
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(keys.list()).isEmpty();
        assertThat(keys.areNone()).isTrue();
    }

    @Test
    void whatIsNotedDownHasAnId() throws IOException {
        List<String> noted = new ArrayList<>();
        CreatedKey made =
                keys.create(SHIPPER, "test", key -> noted.add(key.id())).orElseThrow();
        assertThat(noted).containsExactly(made.key().id());
    }

    private static Checked check(ApiKeys keys, CreatedKey key) {
        return keys.check(key.key().id(), key.secret());
    }

    private static Problem refused(Checked checked) {
        return checked instanceof Checked.Refused refused ? refused.problem() : Problem.INTERNAL_ERROR;
    }

    @Test
    void aKeyIsAcceptedAtOnceAndSaysWhoCalls() throws IOException {
        CreatedKey key = create();
        assertThat(check(keys, key))
                .isEqualTo(new Checked.Accepted(new Caller(key.key().id(), "shipper", Set.of(Role.INGEST), null)));
        assertThat(keys.lastUsed(key.key().id())).isEqualTo(now);
    }

    @Test
    void whoeverHasNotTheSecretIsRefusedAsIfThereWereNoKey() throws IOException {
        CreatedKey key = create();
        assertThat(refused(keys.check(key.key().id(), "x"))).isEqualTo(Problem.KEY_UNKNOWN);
        assertThat(refused(keys.check(key.key().id(), ""))).isEqualTo(Problem.KEY_UNKNOWN);
        assertThat(refused(keys.check("x", key.secret()))).isEqualTo(Problem.KEY_UNKNOWN);
        assertThat(keys.lastUsed(key.key().id())).isNull();
    }

    @Test
    void theSecretIsRandomAndIsKeptNowhere() throws IOException {
        CreatedKey key = create();
        assertThat(Base64.getUrlDecoder().decode(key.secret())).hasSize(32);
        assertThat(key.secret()).isNotEqualTo(create().secret());
        assertThat(Files.readString(data.resolve("keys.json")))
                .contains(key.key().id(), "\"shipper\"")
                .doesNotContain(key.secret());
        assertThat(key.toString()).doesNotContain(key.secret());
        assertThat(new String(Base64.getDecoder().decode(key.encoded()), StandardCharsets.UTF_8))
                .isEqualTo(key.key().id() + ":" + key.secret());
    }

    @Test
    void theFileIsForItsOwnerAlone() throws IOException {
        create();
        create();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys.json"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("keys.json", "keys.lock");
        }
    }

    @Test
    void anExpiredKeyIsRefusedToTheSecond() throws IOException {
        Instant end = now.plusSeconds(60);
        CreatedKey key = keys.create(new KeyTerms("short", Set.of(Role.READ), end, null), "test", made -> {})
                .orElseThrow();
        now = end.minusMillis(1);
        assertThat(check(keys, key)).isInstanceOf(Checked.Accepted.class);
        now = end;
        assertThat(refused(check(keys, key))).isEqualTo(Problem.KEY_EXPIRED);
        assertThat(keys.isAnyLive()).isFalse();
        assertThat(keys.areNone()).isFalse();
    }

    @Test
    void aRevokedKeyIsRefusedAndStaysInTheList() throws IOException {
        CreatedKey key = create();
        assertThat(keys.revoke("x")).isEmpty();
        ApiKey revoked = keys.revoke(key.key().id()).orElseThrow();
        now = now.plusSeconds(5);
        assertThat(keys.revoke(key.key().id())).contains(revoked);
        assertThat(refused(check(keys, key))).isEqualTo(Problem.KEY_REVOKED);
        assertThat(keys.list()).containsExactly(revoked);
    }

    @Test
    void whatAnotherProcessChangesIsSeenWithinASecondOrTwo() throws IOException {
        ApiKeys service = another();
        assertThat(service.areNone()).isTrue();
        CreatedKey key = create();
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !service.areNone());
        assertThat(check(service, key)).isInstanceOf(Checked.Accepted.class);
        assertThat(keys.revoke(key.key().id())).isPresent();
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> refused(check(service, key)) == Problem.KEY_REVOKED);
    }

    /** Whoever removes or breaks the file must not open the service by that. */
    @Test
    void whatWasClosedIsNotOpenedByLosingTheFile() throws IOException {
        CreatedKey key = create();
        Files.writeString(data.resolve("keys.json"), "{broken");
        Awaitility.await().during(Duration.ofSeconds(2)).until(() -> check(keys, key) instanceof Checked.Accepted);
        assertThat(keys.areNone()).isFalse();
        Files.delete(data.resolve("keys.json"));
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> refused(check(keys, key)) == Problem.KEY_UNKNOWN);
        assertThat(keys.areNone()).isFalse();
    }

    @Test
    void aFileThatCannotBeReadIsNoEmptyFile() throws IOException {
        for (String text : List.of("", "{broken", "{}", "{\"keys\":[{\"name\":\"x\"}]}", "{\"keys\":null}")) {
            Files.writeString(data.resolve("keys.json"), text);
            assertThatThrownBy(this::another).as(text).isInstanceOf(IOException.class);
        }
    }

    /** Each of them in its own process, as far as the file is concerned. */
    @Test
    void severalWhoMakeKeysAtATimeLoseNone() throws Exception {
        int count = 24;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<CreatedKey> making = this::create;
            List<Future<CreatedKey>> made = threads.invokeAll(
                    IntStream.range(0, count).mapToObj(number -> making).toList());
            for (Future<CreatedKey> key : made) {
                assertThat(check(another(), key.get())).isInstanceOf(Checked.Accepted.class);
            }
        }
        assertThat(keys.list()).hasSize(count);
    }

    @Test
    void rolesImplyOthers() {
        assertThat(new Caller("x", "x", Set.of(Role.ADMIN), null).roles()).containsExactlyInAnyOrder(Role.values());
        assertThat(new Caller("x", "x", Set.of(Role.OPERATE), null).roles())
                .containsExactlyInAnyOrder(Role.OPERATE, Role.READ);
        assertThat(new Caller("x", "x", Set.of(Role.INGEST), null).roles()).containsExactly(Role.INGEST);
    }

    @Test
    void aRoleOfALaterVersionGivesNothing() throws IOException {
        CreatedKey key = create();
        Path file = data.resolve("keys.json");
        Files.writeString(file, Files.readString(file).replace("\"ingest\"", "\"all-new\",\"read\""));
        assertThat(check(another(), key))
                .isEqualTo(new Checked.Accepted(new Caller(key.key().id(), "shipper", Set.of(Role.READ), null)));
    }
}
