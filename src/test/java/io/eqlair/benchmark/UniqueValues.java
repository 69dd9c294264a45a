package io.eqlair.benchmark;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Makes every text of a stream one that was never seen before, so that nothing is gained by remembering values. A number that
 * grows is put before the ending of what looks like a file name, else behind the text: {@code cmd.exe} becomes {@code cmd~1f.exe},
 * so that prefixes, endings and most wildcards still match and equality does not. Addresses get new numbers behind their first.
 * Left alone are what decides who sees an event (category, type, operating system, data stream), times, empty texts, and what is
 * no text.
 */
final class UniqueValues {

    private static final Set<String> ROUTING =
            Set.of("/event/category", "/event/type", "/host/os/type", "/@timestamp", "/event/id", "/_index", "/_id");

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*");
    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3})\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    private static final Pattern LONG_ADDRESS = Pattern.compile("([0-9a-f]{1,4}):[0-9a-f:]*:[0-9a-f:]+");
    private static final Pattern FILE_NAME = Pattern.compile("(?s)(.*[^.])(\\.[A-Za-z]\\w{0,4})");

    private final JsonFactory json = new JsonFactory();
    private long number;

    /** A stream like another one, with texts that differ from all others in all passes. */
    static EventStream of(EventStream stream) {
        UniqueValues values = new UniqueValues();
        return new EventStream(stream.name() + ", every value unique", pass -> values.rewrite(stream.pass(pass)));
    }

    private byte[][] rewrite(byte[][] documents) {
        return Arrays.stream(documents).map(this::rewrite).toArray(byte[][]::new);
    }

    private byte[] rewrite(byte[] document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(document.length + 512);
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), document, 0, document.length);
                JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && !routes(parser.streamReadContext())) {
                    generator.writeString(unique(parser.getString()));
                } else {
                    generator.copyCurrentEvent(parser);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static boolean routes(TokenStreamContext place) {
        String path = path(place);
        return ROUTING.contains(path) || path.startsWith("/data_stream/");
    }

    /** The names of the objects on the way to a value, dots in names being steps as well. */
    private static String path(TokenStreamContext place) {
        if (place == null || place.inRoot()) {
            return "";
        }
        String name = place.inObject() ? "/" + place.currentName().replace('.', '/') : "";
        return path(place.getParent()) + name;
    }

    private String unique(String text) {
        if (text.isEmpty() || TIME.matcher(text).matches()) {
            return text;
        }
        long own = number++;
        var address = ADDRESS.matcher(text);
        if (address.matches()) {
            return "%s.%d.%d.%d".formatted(address.group(1), own >> 16 & 255, own >> 8 & 255, own & 255);
        }
        var longAddress = LONG_ADDRESS.matcher(text);
        if (longAddress.matches()) {
            return "%s::%x:%x".formatted(longAddress.group(1), own >> 16 & 0xffff, own & 0xffff);
        }
        String mark = "~" + Long.toString(own, 36);
        var file = FILE_NAME.matcher(text);
        return file.matches() ? file.group(1) + mark + file.group(2) : text + mark;
    }
}
