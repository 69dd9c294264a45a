package io.eqlair.engine.index.field;

import io.eqlair.event.json.ValueKind;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A value as it stands in a document: bytes among others. */
record RawValue(Object value, String json, byte kind) {

    private static final String BEFORE = "\\u";
    private static final String BEHIND = "\"\\x";

    /** One of the ways in which JSON can say a value. */
    static RawValue of(Object value, Random random) {
        return switch (value) {
            case Boolean truth -> new RawValue(value, truth.toString(), truth ? ValueKind.TRUE : ValueKind.FALSE);
            case Long number -> new RawValue(value, number.toString(), ValueKind.INTEGER);
            case Double number -> new RawValue(value, written(number, random), ValueKind.DECIMAL);
            default -> text(value.toString(), random);
        };
    }

    int[] satisfied(FieldMatcher matcher) {
        byte[] bytes = (BEFORE + json + BEHIND).getBytes(StandardCharsets.UTF_8);
        return matcher.satisfied(bytes, BEFORE.length(), bytes.length - BEHIND.length(), kind);
    }

    private static String written(double number, Random random) {
        String text = Double.toString(number);
        return text.contains("E") || random.nextBoolean() ? text : text + "0";
    }

    private static RawValue text(String text, Random random) {
        int oftenness = random.nextInt(3);
        StringBuilder json = new StringBuilder();
        text.codePoints().forEach(character -> json.append(character(character, random.nextInt(3) < oftenness)));
        boolean plain = json.chars().allMatch(unit -> unit < 128 && unit != '\\');
        return new RawValue(text, json.toString(), plain ? ValueKind.PLAIN : ValueKind.ESCAPED);
    }

    private static String character(int character, boolean escaped) {
        String text = Character.toString(character);
        boolean lone = character <= Character.MAX_VALUE && Character.isSurrogate((char) character);
        return switch (character) {
            case '\n' -> escaped ? "\\n" : "\\u000A";
            case '\\', '"' -> "\\" + text;
            case '/' -> escaped ? "\\/" : "/";
            default -> escaped || lone ? hex(text) : text;
        };
    }

    private static String hex(String text) {
        StringBuilder json = new StringBuilder();
        text.chars().forEach(unit -> json.append(String.format(unit % 2 == 0 ? "\\u%04x" : "\\u%04X", unit)));
        return json.toString();
    }
}
