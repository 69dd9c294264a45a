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
     * count: {@code 10.6.48.157/8} is {@code 10.0.0.0/8}. An address alone is the block of this one address, as on
     * Elasticsearch's fields; real rules write {@code ::1}. Null if the text is anything else: a block has no zone.
     */
    public static @Nullable IpNetwork parse(String cidr) {
        int slash = cidr.indexOf('/');
        String address = slash < 0 ? cidr : cidr.substring(0, slash);
        IpAddress base = cidr.indexOf('%') >= 0 ? null : IpAddress.parse(address);
        if (base == null) {
            return null;
        }
        int before = address.indexOf(':') < 0 ? IpAddress.MAPPED_PREFIX : 0;
        int prefix = slash < 0 ? BITS - before : IpText.decimal(cidr, slash + 1, cidr.length());
        return prefix >= 0 && before + prefix <= BITS ? new IpNetwork(base, before + prefix) : null;
    }

    /** The first of its addresses. */
    public IpAddress first() {
        return base;
    }

    /** The last of its addresses. */
    public IpAddress last() {
        return new IpAddress(base.high() | ~highMask, base.low() | ~lowMask);
    }

    public boolean contains(IpAddress address) {
        return (address.high() & highMask) == base.high() && (address.low() & lowMask) == base.low();
    }

    /** The first {@code bits} of 64 bits; a shift by 64 would be a shift by nothing. */
    private static long mask(int bits) {
        return bits == 0 ? 0 : -1L << (Long.SIZE - bits);
    }
}
