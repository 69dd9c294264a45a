package io.eqlair.sink;

import static java.util.Objects.requireNonNull;

import io.eqlair.eql.pattern.IpAddress;
import io.eqlair.eql.pattern.IpNetwork;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public internet from those that lead to this machine, to the networks around it, or to the services of
 * a cloud that hand out credentials.
 */
final class PublicAddresses {

    /** Of IPv4, what is not public: IANA's registry of special purposes, multicast, and what no registry says. */
    private static final List<IpNetwork> V4 = networks(
            "0.0.0.0/8", // this network, and the unspecified address
            "10.0.0.0/8", // private
            "100.64.0.0/10", // behind a carrier's translation; a cloud's metadata at 100.100.100.200
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // a cloud's metadata at an address that looks public
            "169.254.0.0/16", // link-local, with the metadata of most clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocols; a cloud's metadata at 192.0.0.192
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays of 6to4
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast

    private static final IpNetwork MAPPED = network("::ffff:0:0/96");

    /** Global unicast: loopback, unique-local, link-local, multicast and all else lie outside of it. */
    private static final IpNetwork V6 = network("2000::/3");

    private static final List<IpNetwork> NOT_V6 = networks(
            "2001::/23", // protocols, such as Teredo, which has an IPv4 address in it
            "2001:db8::/32", // documentation
            "3fff::/20"); // documentation

    /** An IPv4 address stands in the last four bytes. */
    private static final IpNetwork NAT64 = network("64:ff9b::/96");

    /** An IPv4 address stands behind the first two bytes. */
    private static final IpNetwork SIX_TO_FOUR = network("2002::/16");

    private static final long MAPPED_BITS = 0xffff_0000_0000L;
    private static final long LAST_FOUR = 0xffff_ffffL;
    private static final int SIX_TO_FOUR_SHIFT = 16;
    private static final int V4_BYTES = 4;

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == V4_BYTES) {
            return isPublic(v4(ByteBuffer.wrap(bytes).getInt()));
        }
        ByteBuffer halves = ByteBuffer.wrap(bytes);
        return isPublic(new IpAddress(halves.getLong(), halves.getLong()));
    }

    private static boolean isPublic(IpAddress address) {
        if (MAPPED.contains(address)) {
            return V4.stream().noneMatch(network -> network.contains(address));
        }
        if (NAT64.contains(address)) {
            return isPublic(v4(address.low()));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return isPublic(v4(address.high() >>> SIX_TO_FOUR_SHIFT));
        }
        return V6.contains(address) && NOT_V6.stream().noneMatch(network -> network.contains(address));
    }

    /** The IPv4 address of the last four bytes. */
    private static IpAddress v4(long bits) {
        return new IpAddress(0, MAPPED_BITS | (bits & LAST_FOUR));
    }

    private static IpNetwork network(String cidr) {
        return requireNonNull(IpNetwork.parse(cidr));
    }

    private static List<IpNetwork> networks(String... cidrs) {
        return Stream.of(cidrs).map(PublicAddresses::network).toList();
    }
}
