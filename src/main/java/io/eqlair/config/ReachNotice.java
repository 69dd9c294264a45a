package io.eqlair.config;

import io.eqlair.access.Access;
import java.net.Inet6Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/** Says in the log who can reach the service and whether it asks for keys; as a warning where others come in without. */
final class ReachNotice implements ApplicationListener<WebServerInitializedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(ReachNotice.class);

    private final @Nullable InetAddress address;
    private final String scheme;
    private final Access access;

    /**
     * A notice for one server.
     *
     * @param address it is bound to; null stands for all addresses of this machine
     * @param encrypted whether it speaks TLS
     */
    ReachNotice(@Nullable InetAddress address, boolean encrypted, Access access) {
        this.address = address;
        this.scheme = encrypted ? "https" : "http";
        this.access = access;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() != null) {
            return; // the management port, where there is one
        }
        String url = scheme + "://" + host(address) + ":" + event.getWebServer().getPort();
        if (address != null && address.isLoopbackAddress()) {
            LOG.info("Eqlair answers on {}, to this machine only, {}.", url, asks());
        } else if (access.isOpen()) {
            LOG.warn(
                    "Eqlair answers on {} to everybody who can reach this port, and asks nobody for a key, as"
                            + " eqlair.access.open says: they can all post events, read alerts and change rules. Make a key"
                            + " (java -jar eqlair.jar key create --name NAME --role admin), or set server.address=127.0.0.1"
                            + " to answer to this machine only.",
                    url);
        } else {
            LOG.info("Eqlair answers on {} to everybody who has a key.{}", url, caution());
        }
    }

    private String asks() {
        return access.isOpen() ? "and asks nobody for a key, as there is none" : "and asks for a key";
    }

    private String caution() {
        return scheme.equals("https")
                ? ""
                : " Keys and events cross the network in the clear; docs/SECURITY.md shows TLS.";
    }

    private static String host(@Nullable InetAddress address) {
        if (address == null) {
            return "*";
        }
        String text = address.getHostAddress();
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }
}
