package io.eqlair.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;

@ExtendWith(OutputCaptureExtension.class)
class ReachNoticeTest {
    private static final byte[] SIXTH_VERSION_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    @Test
    void aServiceForThisMachineOnlySaysWhere(CapturedOutput output) throws UnknownHostException {
        start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), null);
        assertThat(output).contains("INFO").contains("http://127.0.0.1:8080").doesNotContain("WARN");
    }

    @Test
    void anAddressOfTheSixthVersionIsBracketed(CapturedOutput output) throws UnknownHostException {
        start(InetAddress.getByAddress(SIXTH_VERSION_LOOPBACK), null);
        assertThat(output).contains("http://[0:0:0:0:0:0:0:1]:8080");
    }

    @Test
    void anOpenServiceWarnsThatThereAreNoKeys(CapturedOutput output) throws UnknownHostException {
        start(InetAddress.getByAddress(new byte[] {0, 0, 0, 0}), null);
        assertThat(output).contains("WARN").contains("0.0.0.0:8080").contains("server.address=127.0.0.1");
    }

    @Test
    void noAddressMeansAllOfThem(CapturedOutput output) {
        start(null, null);
        assertThat(output).contains("WARN").contains("*:8080");
    }

    @Test
    void aManagementPortIsNotAnnounced(CapturedOutput output) {
        start(null, "management");
        assertThat(output).doesNotContain("Eqlair answers");
    }

    private static void start(@Nullable InetAddress address, @Nullable String namespace) {
        WebServer server = mock();
        given(server.getPort()).willReturn(8080);
        WebServerApplicationContext context = mock();
        given(context.getServerNamespace()).willReturn(namespace);
        WebServerInitializedEvent event = mock();
        given(event.getWebServer()).willReturn(server);
        given(event.getApplicationContext()).willReturn(context);
        new ReachNotice(address).onApplicationEvent(event);
    }
}
