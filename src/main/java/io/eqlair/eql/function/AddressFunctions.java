package io.eqlair.eql.function;

import io.eqlair.eql.pattern.IpAddress;
import io.eqlair.eql.pattern.IpNetwork;
import io.eqlair.eql.value.EvaluationError;
import io.eqlair.eql.value.Values;
import org.jspecify.annotations.Nullable;

/** The functions of IP addresses. */
final class AddressFunctions {
    private AddressFunctions() {}

    /** Whether the address, the first argument, lies in one of the blocks, which are the others. */
    static @Nullable Object cidrMatch(@Nullable Object[] arguments) {
        for (Object argument : arguments) {
            if (argument == null) {
                return null;
            }
        }
        IpAddress address = address(arguments[0]);
        boolean found = false;
        for (int i = 1; i < arguments.length; i++) {
            found |= block(arguments[i]).contains(address);
        }
        return found;
    }

    private static IpAddress address(@Nullable Object value) {
        String text = Values.text(value);
        IpAddress address = text == null ? null : IpAddress.parse(text);
        if (address == null) {
            throw new EvaluationError("text is not an IP address");
        }
        return address;
    }

    private static IpNetwork block(@Nullable Object value) {
        String text = Values.text(value);
        IpNetwork block = text == null ? null : IpNetwork.parse(text);
        if (block == null) {
            throw new EvaluationError("text is not a block of IP addresses");
        }
        return block;
    }
}
