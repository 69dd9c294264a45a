package io.eqlair.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a call presents in its header {@code Authorization}. Shippers differ in how they send a key, so all of these are the same:
 *
 * <pre>
 * ApiKey M2Y5Yy4uLjpz…    ApiKey 3f9c…:s…    Bearer M2Y5Yy4uLjpz…    Bearer 3f9c…:s…    Basic M2Y5Yy4uLjpz…
 * </pre>
 */
public sealed interface Presented {

    /** There is no such header. */
    record Nothing() implements Presented {}

    /** A key. */
    record Key(String id, String secret) implements Presented {

        /** Without the secret: whatever is written of it may end in a log. */
        @Override
        public String toString() {
            return "Key[" + id.length() + " characters]";
        }
    }

    /** A JSON Web Token: three parts with dots between. */
    record Token(String text) implements Presented {

        @Override
        public String toString() {
            return "Token[" + text.length() + " characters]";
        }
    }

    /** Something else. */
    record Unreadable() implements Presented {}

    /** Reads the header; null where there is none. */
    static Presented of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return new Nothing();
        }
        String text = header.strip();
        int space = text.indexOf(' ');
        String scheme = space < 0 ? "" : text.substring(0, space).toLowerCase(Locale.ROOT);
        String value = text.substring(space + 1).strip();
        return switch (scheme) {
            case "apikey" -> key(value);
            case "bearer" -> isToken(value) ? new Token(value) : key(value);
            case "basic" -> decoded(value);
            default -> new Unreadable();
        };
    }

    private static Presented key(String value) {
        return value.indexOf(':') < 0 ? decoded(value) : pair(value);
    }

    private static Presented decoded(String value) {
        try {
            boolean url = value.indexOf('-') >= 0 || value.indexOf('_') >= 0;
            byte[] bytes = (url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(value);
            return pair(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return new Unreadable();
        }
    }

    private static Presented pair(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? new Unreadable() : new Key(text.substring(0, colon), text.substring(colon + 1));
    }

    private static boolean isToken(String value) {
        int first = value.indexOf('.');
        int second = value.indexOf('.', first + 1);
        return first > 0 && second > first && value.indexOf('.', second + 1) < 0;
    }
}
