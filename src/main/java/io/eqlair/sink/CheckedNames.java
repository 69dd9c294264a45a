package io.eqlair.sink;

import io.eqlair.problem.Problem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Answers only public addresses for a name. The client connects to what is answered here and asks nobody again, so a name cannot
 * stand for another address once it was checked.
 */
final class CheckedNames implements DnsResolver {

    private final DnsResolver names;

    CheckedNames() {
        this(SystemDefaultDnsResolver.INSTANCE);
    }

    /** The same for those who know other names. */
    CheckedNames(DnsResolver names) {
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = names.resolve(host);
        InetAddress[] allowed =
                Arrays.stream(all).filter(PublicAddresses::contain).toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            String found = all.length == 0 ? "nothing" : all[0].getHostAddress();
            throw new UnknownHostException(Problem.SINK_ADDRESS.text(host, found));
        }
        return allowed;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }
}
