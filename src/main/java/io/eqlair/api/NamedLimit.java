package io.eqlair.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A limit of the service.
 *
 * @param name stable
 * @param value what may be reached and not exceeded
 * @param unit what is counted
 * @param setting what changes it; null where nothing does
 * @param meaning what becomes of what exceeds it
 */
public record NamedLimit(
        @Schema(example = "body_bytes") String name,
        @Schema(example = "104857600") long value,
        @Schema(example = "bytes") String unit,

        @Schema(
                types = {"string", "null"},
                example = "eqlair.limits.body-bytes")
        @Nullable
        String setting,

        @Schema(example = "of a request, unpacked; larger ones are refused with 413")
        String meaning) {}
