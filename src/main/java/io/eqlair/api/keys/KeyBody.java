package io.eqlair.api.keys;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new key is to be, for the API's document; {@link KeyReader} reads it.
 *
 * @param roles at least one
 * @param expiresAt null for never
 * @param rateLimit events in a second; null where the setting for all keys holds
 */
@Schema(
        name = "NewKey",
        requiredProperties = {"name", "roles"})
record KeyBody(
        @Schema(example = "shipper") String name,

        @Schema(
                example = "[\"ingest\"]",
                allowableValues = {"ingest", "read", "operate", "admin"})
        List<String> roles,

        @Schema(example = "2030-01-01T00:00:00Z") @Nullable Instant expiresAt,
        @Schema(example = "5000") @Nullable Integer rateLimit) {}
