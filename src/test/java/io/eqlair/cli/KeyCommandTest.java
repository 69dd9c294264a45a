package io.eqlair.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.access.ApiKeys;
import io.eqlair.access.Checked;
import io.eqlair.access.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Keys are made, listed and revoked on the command line, beside a service. */
class KeyCommandTest {

    @TempDir
    private Path data = Path.of("");

    private Called key(String... arguments) {
        return Called.with(Stream.of(Stream.of("key"), Stream.of(arguments), Stream.of("--data-dir", data.toString()))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    private Checked check(String id, String secret) throws IOException {
        return new ApiKeys(data, InstantSource.system()).check(id, secret);
    }

    @Test
    void aNewKeyIsAllThatIsOnStandardOutput() throws IOException {
        Called called = key("create", "--name", "shipper", "--role", "ingest", "--role", "read");
        assertThat(called.code()).isZero();
        assertThat(called.err()).contains("`shipper`");
        String[] key =
                new String(Base64.getDecoder().decode(called.out().strip()), StandardCharsets.UTF_8).split(":", -1);
        assertThat(check(key[0], key[1]))
                .isInstanceOfSatisfying(
                        Checked.Accepted.class,
                        accepted -> assertThat(accepted.caller().roles())
                                .containsExactlyInAnyOrder(Role.INGEST, Role.READ));
        assertThat(called.err()).contains(key[0]).doesNotContain(key[1]);
    }

    @Test
    void asJsonItHasAllThatTheApiAnswers() throws IOException {
        Called called =
                key("create", "--name", "a", "--role", "admin", "--expires", "90d", "--rate-limit", "500", "--json");
        JsonNode made = called.json().getFirst();
        assertThat(check(made.at("/id").asString(), made.at("/api_key").asString()))
                .isInstanceOf(Checked.Accepted.class);
        assertThat(made.at("/rate_limit").intValue()).isEqualTo(500);
        Duration left = Duration.between(
                InstantSource.system().instant(),
                Instant.parse(made.at("/expires_at").asString()));
        assertThat(left).isBetween(Duration.ofDays(89), Duration.ofDays(90));
    }

    @Test
    void keysAreListedWithoutTheirSecretsAndRevoked() throws IOException {
        JsonNode made = key("create", "--name", "my shipper", "--role", "ingest", "--json")
                .json()
                .getFirst();
        String id = made.at("/id").asString();
        assertThat(key("list").out())
                .contains(id, "live", "ingest", "never", "my shipper")
                .doesNotContain(made.at("/api_key").asString());
        Called revoked = key("revoke", id);
        assertThat(revoked.out()).contains(id, "is revoked");
        assertThat(key("list").out()).contains("revoked");
        assertThat(check(id, made.at("/api_key").asString())).isInstanceOf(Checked.Refused.class);
        assertThat(Files.readAllLines(data.resolve("audit.ndjson")))
                .hasSize(2)
                .allMatch(line -> line.contains("(command line)"))
                .anyMatch(line -> line.contains("\"action\":\"revoke\"") && line.contains(id));
    }

    @Test
    void whatIsNotThereCannotBeRevoked() {
        Called called = key("revoke", "abc");
        assertThat(called.code()).isEqualTo(1);
        assertThat(called.err()).contains("There is no key with the id `abc`");
    }

    @Test
    void keysThatCannotBeReadAreNotReplaced() throws IOException {
        Files.writeString(data.resolve("keys.json"), "{broken");
        Called called = key("create", "--name", "a", "--role", "admin");
        assertThat(called.code()).isEqualTo(1);
        assertThat(called.err()).contains("cannot be read");
        assertThat(data.resolve("keys.json")).hasContent("{broken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create --role read                            | --name",
                "create --name a                               | --role",
                "create --name a --role root                   | `ingest`, `read`, `operate` or `admin`",
                "create --name anonymous --role read           | not `anonymous`",
                "create --name a --role read --expires 90      | --expires 90d",
                "create --name a --role read --expires 0d      | --expires 90d",
                "create --name a --role read --expires -1d     | --expires",
                "create --name a --role read --expires 99999d  | --expires 90d",
                "create --name a --role read --rate-limit 0    | from 1 to",
                "revoke                                        | ID"
            })
    void aWrongCallIsToldWithAWayOut(String arguments, String part) {
        Called called = key(arguments.strip().split(" +", -1));
        assertThat(called.err()).contains(part, "--help");
        assertThat(called.out()).isEmpty();
        assertThat(called.code()).isEqualTo(2);
        assertThat(data.resolve("keys.json")).doesNotExist();
    }

    @Test
    void theCommandAloneSaysWhatThereIsToDo() {
        Called called = Called.with("key");
        assertThat(called.err()).contains("create, list or revoke");
        assertThat(called.code()).isEqualTo(2);
    }
}
