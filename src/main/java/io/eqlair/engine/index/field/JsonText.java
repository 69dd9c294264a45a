package io.eqlair.engine.index.field;

/** Reads the inside of a JSON string, which is known to be well formed, by UTF-16 units. */
final class JsonText {

    private static final int UNIT_BITS = 16;
    private static final int HEX_RADIX = 16;

    private JsonText() {}

    /**
     * The unit that begins at an offset, and how many bytes it takes, in one number. A character of four bytes is two
     * units of two bytes each.
     */
    static int unitAndLength(byte[] bytes, int at) {
        int first = bytes[at];
        if (first == '\\') {
            return escape(bytes, at);
        }
        if (first >= 0) {
            return packed(first, 1);
        }
        return switch (first & 0xf0) {
            case 0xe0 -> packed((first & 0x0f) << 12 | bits(bytes[at + 1]) << 6 | bits(bytes[at + 2]), 3);
            case 0xf0 -> packed(Character.highSurrogate(fourBytes(bytes, at)), 2);
            case 0xc0, 0xd0 -> packed((first & 0x1f) << 6 | bits(bytes[at + 1]), 2);
            default -> packed(Character.lowSurrogate(fourBytes(bytes, at - 2)), 2);
        };
    }

    static int unit(int unitAndLength) {
        return unitAndLength & Character.MAX_VALUE;
    }

    static int length(int unitAndLength) {
        return unitAndLength >>> UNIT_BITS;
    }

    private static int escape(byte[] bytes, int at) {
        int letter = bytes[at + 1];
        return switch (letter) {
            case 'b' -> packed('\b', 2);
            case 'f' -> packed('\f', 2);
            case 'n' -> packed('\n', 2);
            case 'r' -> packed('\r', 2);
            case 't' -> packed('\t', 2);
            case 'u' -> packed(hex(bytes, at + 2), 6);
            default -> packed(letter, 2);
        };
    }

    private static int hex(byte[] bytes, int at) {
        int unit = 0;
        for (int i = at; i < at + 4; i++) {
            unit = unit << 4 | Character.digit(bytes[i], HEX_RADIX);
        }
        return unit;
    }

    private static int fourBytes(byte[] bytes, int at) {
        return (bytes[at] & 0x07) << 18 | bits(bytes[at + 1]) << 12 | bits(bytes[at + 2]) << 6 | bits(bytes[at + 3]);
    }

    private static int bits(byte continuation) {
        return continuation & 0x3f;
    }

    private static int packed(int unit, int length) {
        return length << UNIT_BITS | unit;
    }
}
