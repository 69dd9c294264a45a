package io.eqlair.alert;

import io.eqlair.rule.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The ids of alerts: 128 bits of a hash of what an alert is about, in hexadecimal digits. */
final class AlertId {

    private static final int BYTES = 16;

    private AlertId() {}

    static String of(String... parts) {
        MessageDigest digest = Sha256.digest();
        for (String part : parts) {
            add(digest, part);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    /** With its length in front, so that no two lists of texts read the same. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
