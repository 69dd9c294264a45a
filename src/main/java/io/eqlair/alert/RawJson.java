package io.eqlair.alert;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;

/** A JSON value that is written out as it came, to the last blank. */
public final class RawJson {

    private final byte[] utf8;

    /** Takes a text that is known to be JSON, in UTF-8; the array must not be changed afterwards. */
    public RawJson(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** The value in UTF-8. Not to be changed. */
    public byte[] utf8() {
        return utf8;
    }

    @JsonValue
    @JsonRawValue
    public String text() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text();
    }
}
