package io.eqlair.event.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads over a document once, checks that it is JSON, and notes where the values of fields stand. To be used again and again by one
 * thread; nothing is allocated, but when a document has more values than any before.
 *
 * <p>Positions are offsets into the document's array, and negative where the reading ended: {@link #INCOMPLETE}, or {@code -2 - at}
 * where the byte {@code at} is wrong.
 */
public final class JsonScanner {

    /** The bytes end before the document does. */
    public static final int INCOMPLETE = -1;

    private static final int USUAL_DEPTH = 16;
    private static final int LONGEST_NUMBER = 1_000;
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;
    private static final int LONG_DIGITS = 19;

    /** By byte: whether it makes an escape with the backslash before it. */
    private static final boolean[] SHORT_ESCAPES = new boolean[256];

    static {
        for (char c : "\"\\/bfnrt".toCharArray()) {
            SHORT_ESCAPES[c] = true;
        }
    }

    private final KeyTable keys;
    private final int deepest;
    private final int mostFields;
    private final Ranges ranges;

    /** By depth: where the members of the object around it lead, or the array's elements; and what closes that. */
    private int[] places = new int[USUAL_DEPTH];

    private byte[] closers = new byte[USUAL_DEPTH];

    /** Members and elements of the document so far. */
    private int fields;

    private int sourceStart;
    private int sourceEnd;

    /** Whether the last number had neither fraction nor exponent, and fits into a long. */
    private boolean whole;

    /**
     * A scanner for documents.
     *
     * @param deepest how many objects and arrays may stand within each other
     * @param mostFields members of objects and elements of arrays, all together
     */
    public JsonScanner(KeyTable keys, int deepest, int mostFields) {
        this.keys = keys;
        this.deepest = deepest;
        this.mostFields = mostFields;
        this.ranges = new Ranges(keys.slotCount() + 2);
    }

    /** The byte that is wrong. */
    public static int wrongByte(int result) {
        return -2 - result;
    }

    private static int wrong(int at) {
        return -2 - at;
    }

    /** Where the values stand of the document that was read last. */
    public Ranges ranges() {
        return ranges;
    }

    /** Where the document begins: where the reading began, or the {@code _source} of a search hit. */
    public int sourceStart() {
        return sourceStart;
    }

    /** Where it has ended. */
    public int sourceEnd() {
        return sourceEnd;
    }

    /** The place of the first byte that is no white space. */
    public static int spaceEnd(byte[] bytes, int start) {
        return space(bytes, start, bytes.length);
    }

    /**
     * Reads an object.
     *
     * @param from where it begins
     * @param limit where the bytes end, of which those behind are not looked at
     * @return where it has ended, or a negative number
     */
    public int scan(byte[] bytes, int from, int limit) {
        ranges.clear();
        fields = 0;
        if (from >= limit) {
            return INCOMPLETE;
        }
        if (bytes[from] != '{') {
            return wrong(from);
        }
        sourceStart = from;
        sourceEnd = INCOMPLETE;
        int end = object(bytes, from, limit, KeyTable.TOP, 0);
        if (sourceEnd == INCOMPLETE) {
            sourceEnd = end;
        }
        return end;
    }

    /**
     * Reads an object of which some members are wanted, with all that is in it. Long, as everything that happens to every member is
     * here: calls and further objects would cost more than they explain.
     *
     * @param root where the object's members lead from
     * @param outer how many objects and arrays are around it
     */
    private int object(byte[] bytes, int from, int limit, int root, int outer) {
        int depth = outer + 1;
        int place = root;
        byte closer = '}';
        if (depth > deepest) {
            return wrong(from);
        }
        int at = space(bytes, from + 1, limit);
        if (at < limit && bytes[at] == '}') {
            return at + 1;
        }
        for (; ; ) {
            if (at >= limit) {
                return INCOMPLETE;
            }
            if (++fields > mostFields) {
                return wrong(at);
            }
            int child = place;
            if (closer == '}') {
                if (bytes[at] != '"') {
                    return wrong(at);
                }
                int start = at + 1;
                int end = plainEnd(bytes, start, limit);
                if (end < limit && bytes[end] == '"') {
                    child = keys.find(place, bytes, start, end);
                } else {
                    end = escapedKeyEnd(bytes, start, end, limit);
                    if (end < 0) {
                        return end;
                    }
                    child = findEscaped(place, bytes, start, end);
                }
                at = colonEnd(bytes, end + 1, limit);
                if (at < 0) {
                    return at;
                }
                if (child >= 0 && child < KeyTable.TOP) {
                    child = hitKey(child, bytes[at], place);
                }
            }
            byte first = bytes[at];
            if (first == '"') {
                int start = at + 1;
                int end = plainEnd(bytes, start, limit);
                byte kind = ValueKind.PLAIN;
                if (end >= limit || bytes[end] != '"') {
                    kind = ValueKind.ESCAPED;
                    end = escapedEnd(bytes, end, limit);
                    if (end < 0) {
                        return end;
                    }
                }
                if (child >= 0 && keys.slot(child) >= 0) {
                    ranges.add(keys.slot(child), start, end, kind);
                }
                at = end + 1;
            } else if (first == '{' || first == '[') {
                if (child < 0 || (first == '{' && !keys.isInner(child))) {
                    at = child == KeyTable.SOURCE ? source(bytes, at, limit, depth) : skip(bytes, at, limit, depth);
                    if (at < 0) {
                        return at;
                    }
                    place = child == KeyTable.SOURCE ? KeyTable.HIT : place;
                } else {
                    if (depth == deepest) {
                        return wrong(at);
                    }
                    int inside = space(bytes, at + 1, limit);
                    if (inside >= limit || bytes[inside] != first + 2) {
                        makeRoom(depth);
                        places[depth] = place;
                        closers[depth++] = closer;
                        place = child;
                        closer = (byte) (first + 2);
                        at = inside;
                        continue;
                    }
                    at = inside + 1;
                }
            } else {
                int end = scalarEnd(bytes, at, limit);
                if (end < 0) {
                    return end;
                }
                if (child >= 0 && first != 'n' && keys.slot(child) >= 0) {
                    ranges.add(keys.slot(child), at, end, scalarKind(first));
                }
                at = end;
            }
            for (; ; ) {
                at = space(bytes, at, limit);
                if (at >= limit) {
                    return INCOMPLETE;
                }
                byte next = bytes[at++];
                if (next == ',') {
                    break;
                }
                if (next != closer) {
                    return wrong(at - 1);
                }
                if (--depth == outer) {
                    return at;
                }
                place = places[depth];
                closer = closers[depth];
            }
            at = space(bytes, at, limit);
        }
    }

    /** Where a search hit's key leads, whose value begins with a byte. */
    private int hitKey(int key, byte first, int place) {
        boolean fits = first == (key == KeyTable.SOURCE ? '{' : '"');
        return fits ? key : place == KeyTable.HIT ? KeyTable.NONE : keys.otherwise(key);
    }

    /** The document in a search hit. What has been read so far, but for the hit's own index and identity, was none of it. */
    private int source(byte[] bytes, int from, int limit, int depth) {
        ranges.clearBelow(keys.slotCount());
        sourceStart = from;
        sourceEnd = object(bytes, from, limit, KeyTable.ROOT, depth);
        return sourceEnd;
    }

    private int findEscaped(int place, byte[] bytes, int start, int end) {
        byte[] key = JsonValue.text(bytes, start, end).getBytes(StandardCharsets.UTF_8);
        return keys.find(place, key, 0, key.length);
    }

    /** Where an object or array ends of which nothing is wanted. It is {@link #object} without all that finds and notes. */
    private int skip(byte[] bytes, int from, int limit, int outer) {
        int depth = outer + 1;
        byte closer = (byte) (bytes[from] + 2);
        if (depth > deepest) {
            return wrong(from);
        }
        int at = space(bytes, from + 1, limit);
        if (at < limit && bytes[at] == closer) {
            return at + 1;
        }
        for (; ; ) {
            if (at >= limit) {
                return INCOMPLETE;
            }
            if (++fields > mostFields) {
                return wrong(at);
            }
            if (closer == '}') {
                if (bytes[at] != '"') {
                    return wrong(at);
                }
                at = keyEnd(bytes, at + 1, limit);
                if (at < 0) {
                    return at;
                }
                at = colonEnd(bytes, at + 1, limit);
                if (at < 0) {
                    return at;
                }
            }
            byte first = bytes[at];
            if (first == '"') {
                at = stringEnd(bytes, at + 1, limit);
                if (at < 0) {
                    return at;
                }
                at++;
            } else if (first == '{' || first == '[') {
                if (depth == deepest) {
                    return wrong(at);
                }
                int inside = space(bytes, at + 1, limit);
                if (inside >= limit || bytes[inside] != first + 2) {
                    makeRoom(depth);
                    closers[depth++] = closer;
                    closer = (byte) (first + 2);
                    at = inside;
                    continue;
                }
                at = inside + 1;
            } else {
                at = scalarEnd(bytes, at, limit);
                if (at < 0) {
                    return at;
                }
            }
            for (; ; ) {
                at = space(bytes, at, limit);
                if (at >= limit) {
                    return INCOMPLETE;
                }
                byte next = bytes[at++];
                if (next == ',') {
                    break;
                }
                if (next != closer) {
                    return wrong(at - 1);
                }
                if (--depth == outer) {
                    return at;
                }
                closer = closers[depth];
            }
            at = space(bytes, at, limit);
        }
    }

    private void makeRoom(int depth) {
        if (depth == closers.length) {
            places = Arrays.copyOf(places, 2 * depth);
            closers = Arrays.copyOf(closers, 2 * depth);
        }
    }

    // Strings

    /** The place of the quote that ends a key. */
    private static int keyEnd(byte[] bytes, int start, int limit) {
        int at = plainEnd(bytes, start, limit);
        return at < limit && bytes[at] == '"' ? at : escapedKeyEnd(bytes, start, at, limit);
    }

    /** Unlike other strings, a key may not have half a surrogate pair. */
    private static int escapedKeyEnd(byte[] bytes, int start, int first, int limit) {
        int end = escapedEnd(bytes, first, limit);
        int half = JsonValue.halfPair(bytes, start, end);
        return half < 0 ? end : wrong(half);
    }

    /** The place of the quote that ends a string. */
    private static int stringEnd(byte[] bytes, int start, int limit) {
        int at = plainEnd(bytes, start, limit);
        return at < limit && bytes[at] == '"' ? at : escapedEnd(bytes, at, limit);
    }

    /** The place of the first byte that a string cannot simply go on with, as {@link Words#marks} says; none is before the limit. */
    private static int plainEnd(byte[] bytes, int start, int limit) {
        int at = start;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            long marks = Words.marks(Words.at(bytes, at));
            if (marks != 0) {
                return at + (Long.numberOfTrailingZeros(marks) >>> 3);
            }
        }
        while (at < limit && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /** The place of the quote that ends a string, from a byte in it that may be anything. */
    private static int escapedEnd(byte[] bytes, int start, int limit) {
        int at = start;
        for (; ; ) {
            at = shortEscapesEnd(bytes, at);
            if (at >= limit) {
                return INCOMPLETE;
            }
            byte next = bytes[at];
            if (next == '"') {
                return at;
            }
            at = next == '\\'
                    ? escapeEnd(bytes, at, limit)
                    : next < 0 ? characterEnd(bytes, at, limit) : next < ' ' ? wrong(at) : at + 1;
            if (at < 0) {
                return at;
            }
        }
    }

    /**
     * Steps over characters and escapes of two bytes as long as whole words are left. All marks of a word are used before the next
     * word is read; what a backslash at its end escapes is no mark of the next.
     */
    private static int shortEscapesEnd(byte[] bytes, int start) {
        int escaped = 0;
        int at = start;
        for (; at + Long.BYTES < bytes.length; at += Long.BYTES) {
            long word = Words.at(bytes, at);
            long marks = Words.marks(word) & -1L << escaped;
            escaped = 0;
            while (marks != 0) {
                int bit = Long.numberOfTrailingZeros(marks);
                int place = at + (bit >>> 3);
                if ((byte) (word >>> (bit - 7)) != '\\' || !SHORT_ESCAPES[bytes[place + 1] & 0xff]) {
                    return place;
                }
                marks &= -2L << bit << Byte.SIZE;
                escaped = ((bit + 1) >>> 6) << 3;
            }
        }
        return at + (escaped >>> 3);
    }

    private static int escapeEnd(byte[] bytes, int start, int limit) {
        if (start + 1 >= limit) {
            return INCOMPLETE;
        }
        byte letter = bytes[start + 1];
        return letter == 'u'
                ? hexEnd(bytes, start + 2, limit)
                : SHORT_ESCAPES[letter & 0xff] ? start + 2 : wrong(start + 1);
    }

    private static int hexEnd(byte[] bytes, int start, int limit) {
        for (int at = start; at < start + HEX_DIGITS; at++) {
            if (at >= limit) {
                return INCOMPLETE;
            }
            if (Character.digit(bytes[at], HEX) < 0) {
                return wrong(at);
            }
        }
        return start + HEX_DIGITS;
    }

    private static int characterEnd(byte[] bytes, int start, int limit) {
        int length = Utf8.length(bytes, start, limit);
        return length == 0 ? wrong(start) : start + length > limit ? INCOMPLETE : start + length;
    }

    // Numbers and literals

    private int scalarEnd(byte[] bytes, int start, int limit) {
        return switch (bytes[start]) {
            case 't' -> literalEnd("true", bytes, start, limit);
            case 'f' -> literalEnd("false", bytes, start, limit);
            case 'n' -> literalEnd("null", bytes, start, limit);
            default -> numberEnd(bytes, start, limit);
        };
    }

    private byte scalarKind(byte first) {
        return switch (first) {
            case 't' -> ValueKind.TRUE;
            case 'f' -> ValueKind.FALSE;
            default -> whole ? ValueKind.INTEGER : ValueKind.DECIMAL;
        };
    }

    private static int literalEnd(String literal, byte[] bytes, int start, int limit) {
        for (int i = 0; i < literal.length(); i++) {
            if (start + i >= limit) {
                return INCOMPLETE;
            }
            if (bytes[start + i] != literal.charAt(i)) {
                return wrong(start + i);
            }
        }
        return start + literal.length();
    }

    /** Where a number ends. Something must follow it, as it stands in an object. */
    private int numberEnd(byte[] bytes, int start, int limit) {
        int first = bytes[start] == '-' ? start + 1 : start;
        int at = digitsEnd(bytes, first, limit);
        if (at < 0) {
            return at;
        }
        int digits = at - first;
        if (digits > 1 && bytes[first] == '0') {
            return wrong(first);
        }
        whole = bytes[at] != '.' && (bytes[at] | 0x20) != 'e';
        if (!whole) {
            return decimalEnd(bytes, at, digits, limit);
        }
        whole = digits < LONG_DIGITS || (digits == LONG_DIGITS && isLong(bytes, start, at));
        return digits > LONGEST_NUMBER ? wrong(at) : at;
    }

    /** Nineteen digits that are too many for a long make one of the other sign. */
    private static boolean isLong(byte[] bytes, int start, int end) {
        return JsonValue.integer(bytes, start, end) < 0 == (bytes[start] == '-');
    }

    private static int decimalEnd(byte[] bytes, int start, int integerDigits, int limit) {
        int at = start;
        int digits = integerDigits;
        if (bytes[at] == '.') {
            int first = at + 1;
            at = digitsEnd(bytes, first, limit);
            digits += at - first;
        }
        if (at >= 0 && (bytes[at] | 0x20) == 'e') {
            boolean signed = at + 1 < limit && (bytes[at + 1] == '+' || bytes[at + 1] == '-');
            int first = signed ? at + 2 : at + 1;
            at = digitsEnd(bytes, first, limit);
            digits += at - first;
        }
        return at >= 0 && digits > LONGEST_NUMBER ? wrong(at) : at;
    }

    /** Where a row of at least one digit has ended. */
    private static int digitsEnd(byte[] bytes, int start, int limit) {
        int at = start;
        while (at < limit && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at >= limit ? INCOMPLETE : at == start ? wrong(at) : at;
    }

    // What stands between

    /** Where the value begins behind a key. */
    private static int colonEnd(byte[] bytes, int start, int limit) {
        int colon = space(bytes, start, limit);
        if (colon < limit && bytes[colon] != ':') {
            return wrong(colon);
        }
        int at = space(bytes, colon + 1, limit);
        return at < limit ? at : INCOMPLETE;
    }

    /** The place of the first byte that is no white space. */
    private static int space(byte[] bytes, int start, int limit) {
        int at = start;
        while (at < limit && isSpace(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(byte b) {
        return b <= ' ' && (b == ' ' || b == '\n' || b == '\r' || b == '\t');
    }
}
