package io.eqlair.exceptions;

import io.eqlair.eql.pattern.IpAddress;
import io.eqlair.eql.pattern.IpNetwork;
import org.jspecify.annotations.Nullable;

/** Addresses from one to another, both included. */
record AddressRange(IpAddress first, IpAddress last) {

    /** Reads a network, an address, or two addresses with a hyphen between them; null if the text is none of these. */
    static @Nullable AddressRange parse(String text) {
        int hyphen = text.indexOf('-');
        if (hyphen < 0) {
            IpNetwork network = IpNetwork.parse(text);
            return network == null ? null : new AddressRange(network.first(), network.last());
        }
        IpAddress first = IpAddress.parse(text.substring(0, hyphen).strip());
        IpAddress last = IpAddress.parse(text.substring(hyphen + 1).strip());
        return first == null || last == null || first.compareTo(last) > 0 ? null : new AddressRange(first, last);
    }
}
