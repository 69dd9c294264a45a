package io.eqlair.event.json;

import java.nio.charset.StandardCharsets;

/** What the bytes of a value mean. They are taken to be well-formed. */
public final class JsonValue {

    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;
    private static final int UNIT = 2 + HEX_DIGITS;

    private JsonValue() {}

    /** The Boolean, Long, Double or String that stands in a range. */
    public static Object decode(byte[] bytes, int start, int end, byte kind) {
        return switch (kind) {
            case ValueKind.PLAIN -> new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
            case ValueKind.ESCAPED -> text(bytes, start, end);
            case ValueKind.INTEGER -> integer(bytes, start, end);
            case ValueKind.DECIMAL -> decimal(bytes, start, end);
            case ValueKind.TRUE -> true;
            case ValueKind.FALSE -> false;
            default -> throw new IllegalArgumentException("kind must be one of ValueKind: " + kind);
        };
    }

    private static double decimal(byte[] bytes, int start, int end) {
        return Double.parseDouble(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
    }

    /** Counts downwards, because the least number has no opposite. */
    static long integer(byte[] bytes, int start, int end) {
        boolean negative = bytes[start] == '-';
        long value = 0;
        for (int at = negative ? start + 1 : start; at < end; at++) {
            value = value * 10 - (bytes[at] - '0');
        }
        return negative ? value : -value;
    }

    /** The characters between the quotes of a string. A surrogate that is written as an escape need not have its other half. */
    static String text(byte[] bytes, int start, int end) {
        StringBuilder text = new StringBuilder(end - start);
        int at = start;
        while (at < end) {
            int plain = at;
            while (at < end && bytes[at] != '\\') {
                at++;
            }
            text.append(new String(bytes, plain, at - plain, StandardCharsets.UTF_8));
            if (at < end) {
                boolean unicode = bytes[at + 1] == 'u';
                text.append(unicode ? unit(bytes, at + 2) : escaped(bytes[at + 1]));
                at += unicode ? UNIT : 2;
            }
        }
        return text.toString();
    }

    /** Where an escape stands that is half a surrogate pair, without the escape that is the other half; -1 if nowhere. */
    static int halfPair(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end) {
            boolean unicode = bytes[at] == '\\' && bytes[at + 1] == 'u';
            char unit = unicode ? unit(bytes, at + 2) : 0;
            boolean paired = Character.isHighSurrogate(unit) && isLowSurrogate(bytes, at + UNIT, end);
            if (Character.isSurrogate(unit) && !paired) {
                return at;
            }
            at += paired ? 2 * UNIT : unicode ? UNIT : bytes[at] == '\\' ? 2 : 1;
        }
        return -1;
    }

    private static boolean isLowSurrogate(byte[] bytes, int at, int end) {
        return at + UNIT <= end
                && bytes[at] == '\\'
                && bytes[at + 1] == 'u'
                && Character.isLowSurrogate(unit(bytes, at + 2));
    }

    private static char unit(byte[] bytes, int start) {
        int unit = 0;
        for (int at = start; at < start + HEX_DIGITS; at++) {
            unit = unit * HEX + Character.digit(bytes[at], HEX);
        }
        return (char) unit;
    }

    private static char escaped(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> (char) letter;
        };
    }
}
