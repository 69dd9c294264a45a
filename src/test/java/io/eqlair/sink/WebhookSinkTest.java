package io.eqlair.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.format.AlertFormat;
import io.eqlair.sink.Receiver.Reply;
import io.eqlair.sink.Receiver.Request;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class WebhookSinkTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_795_602_756);

    private final Receiver receiver = Receiver.open();

    @AfterEach
    void close() {
        receiver.close();
    }

    private Receipt send(URI uri, Map<String, Secret> headers, boolean allowPrivate, @Nullable String secret) {
        WebhookSignature signature =
                secret == null ? null : WebhookSignature.of(new Secret(secret)).orElseThrow();
        HttpEndpoint endpoint = new HttpEndpoint(uri, headers, Duration.ofSeconds(1), allowPrivate);
        try (WebhookSink sink = new WebhookSink(endpoint, AlertFormat.NATIVE, signature, 1, InstantSource.fixed(NOW))) {
            return sink.deliver(List.of(Alerts.alert("1b35"))).getFirst();
        }
    }

    private Request sent() {
        return receiver.all().getLast();
    }

    @Test
    void anAlertIsOneRequestWithItsIdAsTheKey() {
        assertThat(send(receiver.uri(), Map.of("X-Team", new Secret("blue")), true, null))
                .isEqualTo(new Receipt.Taken());
        assertThat(sent().key()).isEqualTo("1b35");
        assertThat(sent().header("webhook-id")).isEqualTo("1b35");
        assertThat(sent().header("webhook-timestamp")).isEqualTo("1795602756");
        assertThat(sent().header("webhook-signature")).isEmpty();
        assertThat(sent().header("X-Team")).isEqualTo("blue");
        assertThat(sent().header("Content-Type")).startsWith("application/json");
        assertThat(JsonMapper.shared().readTree(sent().body()).at("/id").asString())
                .isEqualTo("1b35");
        assertThat(sent().path()).isEqualTo("/secret-path");
    }

    /** The HMAC by its definition, of hashes alone. */
    @ParameterizedTest
    @CsvSource({"plain, 706c61696e", "whsec_AQIDBA==, 01020304"})
    void requestsAreSigned(String secret, String key) throws NoSuchAlgorithmException {
        assertThat(send(receiver.uri(), Map.of(), true, secret)).isEqualTo(new Receipt.Taken());
        String signed = "1b35.1795602756." + sent().body();
        byte[] pad = Arrays.copyOf(bytes(key), 64);
        byte[] inner = hash(xor(pad, 0x36), signed.getBytes(StandardCharsets.UTF_8));
        byte[] outer = hash(xor(pad, 0x5c), inner);
        assertThat(sent().header("webhook-signature"))
                .isEqualTo("v1," + Base64.getEncoder().encodeToString(outer));
    }

    private static byte[] bytes(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        byte[] number = new BigInteger(hex, 16).toByteArray();
        System.arraycopy(number, 0, bytes, bytes.length - number.length, number.length);
        return bytes;
    }

    private static byte[] xor(byte[] bytes, int mask) {
        byte[] result = bytes.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] ^= (byte) mask;
        }
        return result;
    }

    private static byte[] hash(byte[]... parts) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_", "whsec_###", ""})
    void aSecretWithoutAKeyIsNone(String secret) {
        assertThat(WebhookSignature.of(new Secret(secret))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433"})
    void whatIsNotPublicIsNotConnectedTo(String host) {
        URI uri = URI.create("http://" + host + ":" + receiver.port() + "/");
        assertThat(send(uri, Map.of(), false, null)).isInstanceOfSatisfying(Receipt.Later.class, later -> {
            assertThat(later.answered()).isFalse();
            assertThat(later.reason()).contains("no address of the public internet");
        });
        assertThat(receiver.all()).isEmpty();
    }

    @Test
    void redirectsAreNotFollowed() {
        receiver.answering(Reply.of(307).with("Location", "http://127.0.0.1:" + receiver.port() + "/elsewhere"));
        assertThat(send(receiver.uri(), Map.of(), true, null)).isInstanceOf(Receipt.Later.class);
        assertThat(receiver.all()).hasSize(1);
    }

    @Test
    void aLongAnswerIsReadUpToABound() {
        receiver.answering(Reply.of(400, "x".repeat(5_000_000)));
        assertThat(send(receiver.uri(), Map.of(), true, null))
                .isInstanceOfSatisfying(
                        Receipt.Refused.class,
                        refused -> assertThat(refused.reason()).hasSizeLessThan(300));
    }

    @Test
    void secretsAreShownNowhere() {
        HttpEndpoint endpoint =
                new HttpEndpoint(receiver.uri(), Map.of("A", new Secret("hidden")), Duration.ofSeconds(1), true);
        assertThat(endpoint.toString()).doesNotContain("hidden").doesNotContain("secret-path");
        assertThat(new Secret("hidden")).hasToString("***");
    }
}
