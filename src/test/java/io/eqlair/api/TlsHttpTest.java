package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** TLS with certificates in PEM files, and clients that must have one, set up as docs/SECURITY.md says. */
@TestPropertySource(properties = {"server.ssl.bundle=eqlair", "server.ssl.client-auth=need"})
class TlsHttpTest extends HttpTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Identity SERVER = Identity.of("server");
    private static final Identity CLIENT = Identity.of("client");
    private static final Identity STRANGER = Identity.of("stranger");

    /** A key and its certificate. */
    private record Identity(KeyStore store) {

        static Identity of(String name) {
            try {
                Path file = Files.createTempDirectory("tls").resolve(name + ".p12");
                Process keytool = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                name,
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + name,
                                "-ext",
                                "SAN=ip:127.0.0.1,dns:localhost",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                new String(PASSWORD))
                        .inheritIO()
                        .start();
                assertThat(keytool.waitFor()).isZero();
                KeyStore store = KeyStore.getInstance("PKCS12");
                try (InputStream bytes = Files.newInputStream(file)) {
                    store.load(bytes, PASSWORD);
                }
                return new Identity(store);
            } catch (IOException | GeneralSecurityException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private String alias() throws GeneralSecurityException {
            return store.aliases().nextElement();
        }

        Certificate certificate() throws GeneralSecurityException {
            return store.getCertificate(alias());
        }

        Path certificateFile() throws GeneralSecurityException, IOException {
            return pem("CERTIFICATE", certificate().getEncoded());
        }

        Path keyFile() throws GeneralSecurityException, IOException {
            return pem("PRIVATE KEY", store.getKey(alias(), PASSWORD).getEncoded());
        }

        private static Path pem(String kind, byte[] bytes) throws IOException {
            Path file = Files.createTempFile("tls", ".pem");
            String text = Base64.getMimeEncoder().encodeToString(bytes);
            return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
        }
    }

    @DynamicPropertySource
    static void certificates(DynamicPropertyRegistry registry) throws GeneralSecurityException, IOException {
        String bundle = "spring.ssl.bundle.pem.eqlair.";
        Path certificate = SERVER.certificateFile();
        Path key = SERVER.keyFile();
        Path clients = CLIENT.certificateFile();
        registry.add(bundle + "keystore.certificate", () -> "file:" + certificate);
        registry.add(bundle + "keystore.private-key", () -> "file:" + key);
        registry.add(bundle + "truststore.certificate", () -> "file:" + clients);
    }

    private HttpResponse<String> call(@Nullable Identity identity)
            throws GeneralSecurityException, IOException, InterruptedException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("server", SERVER.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(identity == null ? null : identity.store(), PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        try (HttpClient client = HttpClient.newBuilder().sslContext(tls).build()) {
            URI uri = URI.create("https://127.0.0.1:" + port + RULES);
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aClientWithACertificateIsAnsweredOverTls() throws Exception {
        HttpResponse<String> answer = call(CLIENT);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void aClientWithoutOneIsRefused() {
        assertThatThrownBy(() -> call(null)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> call(STRANGER)).isInstanceOf(IOException.class);
    }
}
