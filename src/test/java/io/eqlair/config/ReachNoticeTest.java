package io.eqlair.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.eqlair.access.Access;
import io.eqlair.access.ApiKeys;
import io.eqlair.access.KeyTerms;
import io.eqlair.access.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;

@ExtendWith(OutputCaptureExtension.class)
class ReachNoticeTest {
    private static final byte[] SIXTH_VERSION_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    @TempDir
    private Path data = Path.of("");

    @Test
    void aServiceForThisMachineOnlySaysWhere(CapturedOutput output) throws IOException {
        start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), null);
        assertThat(output).contains("INFO").contains("http://127.0.0.1:8080").doesNotContain("WARN");
    }

    @Test
    void anAddressOfTheSixthVersionIsBracketed(CapturedOutput output) throws IOException {
        start(InetAddress.getByAddress(SIXTH_VERSION_LOOPBACK), null);
        assertThat(output).contains("http://[0:0:0:0:0:0:0:1]:8080");
    }

    @Test
    void anOpenServiceWarnsThatThereAreNoKeys(CapturedOutput output) throws IOException {
        start(InetAddress.getByAddress(new byte[] {0, 0, 0, 0}), null);
        assertThat(output).contains("WARN").contains("0.0.0.0:8080").contains("server.address=127.0.0.1");
    }

    @Test
    void noAddressMeansAllOfThem(CapturedOutput output) throws IOException {
        start(null, null);
        assertThat(output).contains("WARN").contains("*:8080");
    }

    @Test
    void aServiceWithKeysDoesNotWarn(CapturedOutput output) throws IOException {
        var unused = new ApiKeys(data, InstantSource.system())
                .create(new KeyTerms("ann", Set.of(Role.ADMIN), null, null), "test", key -> {});
        start(null, null);
        assertThat(output)
                .contains("to everybody who has a key", "in the clear")
                .doesNotContain("WARN");
    }

    @Test
    void aManagementPortIsNotAnnounced(CapturedOutput output) throws IOException {
        start(null, "management");
        assertThat(output).doesNotContain("Eqlair answers");
    }

    private void start(@Nullable InetAddress address, @Nullable String namespace) throws IOException {
        Access access = new Access(new ApiKeys(data, InstantSource.system()), null);
        WebServer server = mock();
        given(server.getPort()).willReturn(8080);
        WebServerApplicationContext context = mock();
        given(context.getServerNamespace()).willReturn(namespace);
        WebServerInitializedEvent event = mock();
        given(event.getWebServer()).willReturn(server);
        given(event.getApplicationContext()).willReturn(context);
        new ReachNotice(address, false, access).onApplicationEvent(event);
    }
}
