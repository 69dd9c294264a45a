package io.eqlair.eql.pattern;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text forms of addresses. By hand, because {@code InetAddress} asks the name service for whatever it does
 * not take for an address.
 */
final class IpText {
    private static final int GROUPS = 8;
    private static final int NONE = -1;

    private IpText() {}

    /** The 32 bits of {@code 1.2.3.4}, or -1. */
    static long parseV4(String text) {
        long address = 0;
        int start = 0;
        for (int part = 0; part < 4; part++) {
            int end = part < 3 ? text.indexOf('.', start) : text.length();
            int value = decimal(text, start, end);
            if (value < 0 || value > 255) {
                return NONE;
            }
            address = address << 8 | value;
            start = end + 1;
        }
        return address;
    }

    /** Up to three decimal digits without a leading zero, or -1. */
    static int decimal(String text, int start, int end) {
        int length = end - start;
        if (length < 1 || length > 3 || (length > 1 && text.charAt(start) == '0')) {
            return NONE;
        }
        int value = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** At most one {@code ::} divides the text into the groups at the front and those at the back. */
    static @Nullable IpAddress parseV6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            int[] groups = groups(text, true);
            return groups != null && groups.length == GROUPS ? address(groups) : null;
        }
        int[] front = groups(text.substring(0, gap), false);
        int[] back = groups(text.substring(gap + 2), true);
        if (front == null || back == null || front.length + back.length >= GROUPS) {
            return null;
        }
        int[] groups = Arrays.copyOf(front, GROUPS);
        System.arraycopy(back, 0, groups, GROUPS - back.length, back.length);
        return address(groups);
    }

    /** The 16-bit groups of a text without {@code ::}; at its end an IPv4 address may stand for two of them. */
    private static int @Nullable [] groups(String text, boolean mayEndInV4) {
        if (text.isEmpty()) {
            return new int[0];
        }
        String[] parts = text.split(":", GROUPS + 1);
        String last = parts[parts.length - 1];
        boolean dotted = mayEndInV4 && last.indexOf('.') >= 0;
        int[] groups = new int[parts.length + (dotted ? 1 : 0)];
        int plain = dotted ? parts.length - 1 : parts.length;
        for (int i = 0; i < plain; i++) {
            groups[i] = hexadecimal(parts[i]);
            if (groups[i] < 0) {
                return null;
            }
        }
        return dotted && !putV4(last, groups) ? null : groups;
    }

    private static boolean putV4(String text, int[] groups) {
        long address = parseV4(text);
        groups[groups.length - 2] = (int) (address >>> 16);
        groups[groups.length - 1] = (int) (address & 0xffff);
        return address >= 0;
    }

    private static int hexadecimal(String text) {
        if (text.isEmpty() || text.length() > 4) {
            return NONE;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                return NONE;
            }
        }
        return HexFormat.fromHexDigits(text);
    }

    private static IpAddress address(int[] groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < GROUPS / 2; i++) {
            high = high << 16 | groups[i];
            low = low << 16 | groups[i + GROUPS / 2];
        }
        return new IpAddress(high, low);
    }
}
