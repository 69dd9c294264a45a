package io.eqlair.api.keys;

import io.eqlair.access.ApiKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key, without what could be used of it.
 *
 * @param state {@code live}, {@code expired} or {@code revoked}
 * @param createdBy who made it
 * @param expiresAt null for never
 * @param rateLimit events in a second; null where the setting for all keys holds
 * @param lastUsedAt since the service was started; null where it was not used
 */
@Schema(name = "Key")
record ShownKey(
        String id,
        String name,
        List<String> roles,

        @Schema(allowableValues = {"live", "expired", "revoked"})
        String state,

        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Integer rateLimit,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    static ShownKey of(ApiKey key, @Nullable Instant lastUsed, Instant now) {
        return new ShownKey(
                key.id(),
                key.name(),
                key.roles(),
                key.state(now),
                key.createdAt(),
                key.createdBy(),
                key.expiresAt(),
                key.rateLimit(),
                key.revokedAt(),
                lastUsed);
    }
}
