package io.eqlair.event;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes documents of everything that JSON has, and then some that are not quite JSON. */
final class RandomJson {

    /** Fields of all shapes: nested, both a value and a parent, empty steps, names around the length of one and two words. */
    static final Set<String> FIELDS = Set.of(
            "f",
            "a",
            "a.b",
            "a.b.c",
            "a.bb",
            "a..b",
            ".a",
            "é",
            "é.\uD83D\uDE00",
            "\uD800",
            "_index",
            "_source.a",
            "_id.f",
            "1234567",
            "12345678",
            "123456789.a",
            "a.1234567890123456",
            "a.12345678901234567.f",
            "process.parent.executable.caseless",
            "process.parent.executable.text");

    private static final List<String> STEPS = List.of(
            "f",
            "a",
            "b",
            "bb",
            "c",
            "",
            "é",
            "\uD83D\uDE00",
            "?",
            "_index",
            "_source",
            "_id",
            "1234567",
            "12345678",
            "123456789",
            "1234567890123456",
            "12345678901234567",
            "12345678901234568",
            "process",
            "parent",
            "executable",
            "caseless",
            "text",
            "unknown");

    private static final List<String> LITERALS = List.of("true", "false", "null");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-0.0",
            "0.10",
            "1e5",
            "1E+2",
            "1e-400",
            "-1e400",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809",
            "9999999999999999999",
            "18446744073709551616",
            "123456789012345678",
            "1234567890123456789",
            "0.1234567890123456789",
            "123456789012345678901234567890",
            "2.2250738585072012e-308",
            "1.7976931348623159e308");

    private static final List<String> ESCAPES = List.of(
            "\\\"",
            "\\\\",
            "\\/",
            "\\b",
            "\\f",
            "\\n",
            "\\r",
            "\\t",
            "\\u0041",
            "\\u00e9",
            "\\u2028",
            "\\uD83D\\uDE00",
            "\\ud800",
            "\\uDC00",
            "\\u0000",
            "\\u002e",
            "\\u005f");

    /** Where readers of JSON go wrong. */
    private static final List<String> SLIPS = List.of(
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "0",
            "01",
            "-",
            "+1",
            "1.",
            ".5",
            "1e",
            "1e+",
            "1.e5",
            "0x1",
            "NaN",
            "Infinity",
            "-Infinity",
            "nul",
            "nulll",
            "tru",
            "True",
            "truefalse",
            "falsey",
            "'a'",
            "//",
            "/**/",
            "#",
            "\\x",
            "\\u12G4",
            "\\u123",
            "\\'",
            "\u0000",
            "\u001f",
            "\n",
            "\t",
            "\f",
            "\u007f",
            "\u00a0",
            "\u2028",
            "\ufeff",
            ",,",
            ",}",
            ",]",
            "[,",
            "{,",
            "{}",
            "[]",
            "{\"",
            "\"\"",
            "\":\"",
            "{\"f\"",
            "null",
            "1 2",
            "-a",
            "--1",
            "1-",
            "1+",
            "e",
            "E",
            "true1",
            "]]",
            "}}");

    private static final List<String> BYTES = List.of(
            "80",
            "bf",
            "c0",
            "c1",
            "c2",
            "c3",
            "e0",
            "e2",
            "ed",
            "ef",
            "f0",
            "f4",
            "f5",
            "ff",
            "fe",
            "c080",
            "e08080",
            "eda080",
            "edbfbf",
            "f08080",
            "f0908080",
            "f4908080",
            "e282",
            "e282ac",
            "c3a9",
            "f09f9880",
            "f09f98",
            "efbbbf",
            "00",
            "22",
            "5c");

    private final Random random;

    RandomJson(long seed) {
        random = new Random(seed);
    }

    /** A document that is JSON. */
    byte[] document() {
        StringBuilder text = new StringBuilder();
        if (random.nextInt(20) == 0) {
            text.append('\ufeff');
        }
        space(text);
        object(text, random.nextInt(5));
        space(text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A document with a few slips in it. */
    byte[] spoilt() {
        byte[] document = document();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int from = random.nextInt(document.length + 1);
            int to = Math.min(document.length, random.nextInt(3) == 0 ? from : from + random.nextInt(4));
            ByteArrayOutputStream spoilt = new ByteArrayOutputStream();
            spoilt.write(document, 0, from);
            spoilt.writeBytes(slip());
            spoilt.write(document, to, document.length - to);
            document = spoilt.toByteArray();
        }
        return document;
    }

    private byte[] slip() {
        return switch (random.nextInt(5)) {
            case 0 -> new byte[] {(byte) random.nextInt(256)};
            case 1 -> HexFormat.of().parseHex(one(BYTES));
            case 2 -> new byte[0];
            default -> one(SLIPS).getBytes(StandardCharsets.UTF_8);
        };
    }

    private void object(StringBuilder text, int depth) {
        text.append('{');
        for (int i = size(); i > 0; i--) {
            space(text);
            key(text);
            space(text);
            text.append(':');
            space(text);
            value(text, depth - 1);
            space(text);
            text.append(i > 1 ? "," : "");
        }
        space(text);
        text.append('}');
    }

    private void array(StringBuilder text, int depth) {
        text.append('[');
        for (int i = size(); i > 0; i--) {
            space(text);
            value(text, depth - 1);
            space(text);
            text.append(i > 1 ? "," : "");
        }
        space(text);
        text.append(']');
    }

    private void value(StringBuilder text, int depth) {
        int kind = random.nextInt(depth > 0 ? 10 : 6);
        switch (kind) {
            case 0 -> text.append(one(LITERALS));
            case 1 -> text.append(random.nextBoolean() ? one(NUMBERS) : number());
            case 2, 3, 4, 5 -> string(text);
            case 6, 7, 8 -> object(text, depth);
            default -> array(text, depth);
        }
    }

    private String number() {
        return switch (random.nextInt(3)) {
            case 0 -> Long.toString(random.nextLong() >> random.nextInt(64));
            case 1 -> Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
            default -> Long.toUnsignedString(random.nextLong());
        };
    }

    /** One or more steps, of which some characters may be written as escapes. */
    private void key(StringBuilder text) {
        StringBuilder key = new StringBuilder(one(STEPS));
        while (random.nextInt(3) == 0) {
            key.append('.').append(one(STEPS));
        }
        boolean escaped = random.nextInt(20) == 0;
        text.append('"');
        key.codePoints().forEach(c -> text.append(escaped && random.nextBoolean() ? escape(c) : Character.toString(c)));
        text.append('"');
    }

    private static String escape(int character) {
        StringBuilder escapes = new StringBuilder();
        for (char unit : Character.toChars(character)) {
            escapes.append(String.format("\\u%04x", (int) unit));
        }
        return escapes.toString();
    }

    private void string(StringBuilder text) {
        text.append('"');
        int strange = random.nextInt(4);
        for (int i = random.nextInt(30); i > 0; i--) {
            int kind = random.nextInt(10);
            if (strange >= 2 || kind >= strange * 3) {
                text.append((char) (0x23 + random.nextInt(0x5c - 0x23)));
            } else if (kind == 0) {
                text.appendCodePoint(character());
            } else {
                text.append(one(ESCAPES));
            }
        }
        text.append('"');
    }

    private int character() {
        int[] most = {0x80, 0x800, 0xd800, 0x110000};
        int character = ' ' + random.nextInt(most[random.nextInt(4)] - ' ');
        return character == '"' || character == '\\' || (character >= 0xd800 && character < 0xe000) ? ']' : character;
    }

    private void space(StringBuilder text) {
        if (random.nextInt(12) == 0) {
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(" \n\r\t".charAt(random.nextInt(4)));
            }
        }
    }

    private int size() {
        return Math.max(0, random.nextInt(6) - 1);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
