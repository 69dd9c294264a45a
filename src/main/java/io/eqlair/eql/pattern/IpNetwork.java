package io.eqlair.eql.pattern;

import org.jspecify.annotations.Nullable;

/**
 * A block of addresses in CIDR notation, such as {@code 10.0.0.0/8} or {@code fe80::/10}. As IPv4 addresses are kept in
 * their mapped IPv6 form, a block of IPv6 addresses may hold them too: {@code ::/0} holds every address.
 */
public final class IpNetwork {
    private static final int BITS = 128;

    private final IpAddress base;
    private final long highMask;
    private final long lowMask;

    private IpNetwork(IpAddress address, int prefix) {
        highMask = mask(Math.min(prefix, Long.SIZE));
        lowMask = mask(Math.max(prefix - Long.SIZE, 0));
        base = new IpAddress(address.high() & highMask, address.low() & lowMask);
    }

    /**
     * Reads an address, a slash and the length of the prefix in bits. Bits of the address behind the prefix do not
     * count: {@code 10.6.48.157/8} is {@code 10.0.0.0/8}. Null if the text is anything else: a block needs its prefix
     * length, and has no zone.
     */
    public static @Nullable IpNetwork parse(String cidr) {
        int slash = cidr.indexOf('/');
        if (slash < 0 || cidr.indexOf('%') >= 0) {
            return null;
        }
        String address = cidr.substring(0, slash);
        IpAddress base = IpAddress.parse(address);
        int prefix = IpText.decimal(cidr, slash + 1, cidr.length());
        if (base == null || prefix < 0) {
            return null;
        }
        int bits = address.indexOf(':') < 0 ? IpAddress.MAPPED_PREFIX + prefix : prefix;
        return bits <= BITS ? new IpNetwork(base, bits) : null;
    }

    public boolean contains(IpAddress address) {
        return (address.high() & highMask) == base.high() && (address.low() & lowMask) == base.low();
    }

    /** The first {@code bits} of 64 bits; a shift by 64 would be a shift by nothing. */
    private static long mask(int bits) {
        return bits == 0 ? 0 : -1L << (Long.SIZE - bits);
    }
}
