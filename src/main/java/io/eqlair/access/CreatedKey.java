package io.eqlair.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A key that was just made, with its secret, which is nowhere else.
 *
 * @param secret 43 characters of base64url, 256 random bits
 */
public record CreatedKey(ApiKey key, String secret) {

    /** As shippers send it: {@code Authorization: ApiKey <this>}. */
    public String encoded() {
        return Base64.getEncoder().encodeToString((key.id() + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    /** Without the secret: whatever is written of it may end in a log. */
    @Override
    public String toString() {
        return "CreatedKey[" + key.id() + "]";
    }
}
