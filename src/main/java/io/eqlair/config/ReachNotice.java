package io.eqlair.config;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/** Says in the log who can reach the service, as a warning when that is more than this machine: there are no keys yet. */
final class ReachNotice implements ApplicationListener<WebServerInitializedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(ReachNotice.class);

    private final @Nullable InetAddress address;

    /** Takes the address the server is bound to; null stands for all addresses of this machine. */
    ReachNotice(@Nullable InetAddress address) {
        this.address = address;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() != null) {
            return; // the management port, where there is one
        }
        int port = event.getWebServer().getPort();
        if (address != null && address.isLoopbackAddress()) {
            LOG.info("Eqlair answers on http://{}:{}, to this machine only.", host(address), port);
        } else {
            LOG.warn(
                    "Eqlair answers on {}:{} to everybody who can reach this port, and asks nobody for a key:"
                            + " they can all post events and read alerts. Set server.address=127.0.0.1 to answer to"
                            + " this machine only, or let nobody but your log shippers through to this port.",
                    address == null ? "*" : host(address),
                    port);
        }
    }

    private static String host(InetAddress address) {
        String text = address.getHostAddress();
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }
}
