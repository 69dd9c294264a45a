package io.eqlair.api.keys;

import io.eqlair.access.CreatedKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key that was just made. Its secret is told here and never again.
 *
 * @param apiKey the secret
 * @param encoded as it is sent: {@code Authorization: ApiKey <encoded>}
 */
@Schema(name = "MadeKey")
record MadeKey(
        String id,
        String name,
        String apiKey,
        String encoded,
        List<String> roles,
        @Nullable Instant expiresAt,
        @Nullable Integer rateLimit) {

    static MadeKey of(CreatedKey made) {
        return new MadeKey(
                made.key().id(),
                made.key().name(),
                made.secret(),
                made.encoded(),
                made.key().roles(),
                made.key().expiresAt(),
                made.key().rateLimit());
    }

    /** Without the secret: whatever is written of it may end in a log. */
    @Override
    public String toString() {
        return "MadeKey[" + id + "]";
    }
}
