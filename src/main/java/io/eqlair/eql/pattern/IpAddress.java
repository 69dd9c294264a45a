package io.eqlair.eql.pattern;

import org.jspecify.annotations.Nullable;

/**
 * An IP address as the 128 bits of its IPv6 form. An IPv4 address is kept as its mapped form, as Elasticsearch does, so
 * that {@code 10.0.0.1} and {@code ::ffff:10.0.0.1} are one address.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record IpAddress(long high, long low) implements Comparable<IpAddress> {
    /** The bits in front of an IPv4 address in its mapped form. */
    static final int MAPPED_PREFIX = 96;

    private static final long MAPPED = 0xffff_0000_0000L;

    /**
     * Reads an IPv4 address in four decimal parts, without leading zeros, or an IPv6 address in any of its forms. A
     * zone, as in {@code fe80::1%eth0}, is dropped: which interface an address is seen on does not change its network.
     * Null if the text is anything else; names are never looked up.
     */
    public static @Nullable IpAddress parse(String text) {
        if (text.indexOf(':') < 0) {
            long address = IpText.parseV4(text);
            return address < 0 ? null : new IpAddress(0, MAPPED | address);
        }
        int zone = text.indexOf('%');
        return IpText.parseV6(zone < 0 ? text : text.substring(0, zone));
    }

    /** By the 128 bits, without a sign. */
    @Override
    public int compareTo(IpAddress other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh == 0 ? Long.compareUnsigned(low, other.low) : byHigh;
    }
}
