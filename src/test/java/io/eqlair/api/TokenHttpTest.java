package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Where an issuer of tokens is set, they are accepted beside keys, and nobody comes in without either. */
@TestPropertySource(
        properties = {
            "eqlair.access.jwt.roles-claim=realm_access.roles",
            "eqlair.access.jwt.roles-prefix=eqlair-",
            "eqlair.access.jwt.name-claim=preferred_username"
        })
class TokenHttpTest extends HttpTest {

    private static final KeyPair ISSUER = pair();
    private static final KeyPair STRANGER = pair();

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) throws IOException {
        Path file = Files.createTempFile("issuer", ".pem");
        Files.writeString(
                file,
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(ISSUER.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        registry.add("spring.security.oauth2.resourceserver.jwt.public-key-location", () -> "file:" + file);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static Map<String, String> token(KeyPair issuer, Instant expires, String... roles) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject("4711")
                .claim("preferred_username", "ann")
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .expirationTime(Date.from(expires))
                .build();
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
            token.sign(new RSASSASigner(issuer.getPrivate()));
            return Map.of("Authorization", "Bearer " + token.serialize(), "Content-Type", "application/json");
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> token(String... roles) {
        return token(ISSUER, Instant.now().plusSeconds(600), roles);
    }

    @Test
    void withoutATokenNobodyComesInThoughThereIsNoKey() {
        assertThat(get(RULES)).isProblem(401, "key_missing");
        assertThat(get("/livez")).hasStatus(200);
    }

    @Test
    void theRolesOfATokenCountByTheirPrefix() {
        assertThat(get(RULES, token("eqlair-read", "offline_access"))).hasStatus(200);
        assertThat(get(RULES, token("read"))).isProblem(403, "role_missing").says("`ann`", "`read`");
        assertThat(post(EVENTS, new byte[] {'{', '}'}, token("eqlair-ingest"))).hasAccepted(1, 0);
    }

    @Test
    void whatIsChangedIsNotedWithTheNameInTheToken() {
        String list = "{\"type\":\"keyword\",\"values\":[\"a\"]}";
        assertThat(put("/api/v1/lists/one", list, token("eqlair-operate")).status())
                .isEqualTo(201);
        assertThat(get("/api/v1/audit?size=1", token("eqlair-read"))).has("/entries/0/actor", "ann");
    }

    @Test
    void aTokenThatIsNotTheIssuersOrTooOldIsRefused() {
        Instant later = Instant.now().plusSeconds(600);
        assertThat(get(RULES, token(STRANGER, later, "eqlair-read"))).isProblem(401, "token_refused");
        Instant before = Instant.now().minusSeconds(600);
        assertThat(get(RULES, token(ISSUER, before, "eqlair-read")))
                .isProblem(401, "token_refused")
                .says("expired");
        assertThat(get(RULES, Map.of("Authorization", "Bearer a.b.c"))).isProblem(401, "token_refused");
    }
}
