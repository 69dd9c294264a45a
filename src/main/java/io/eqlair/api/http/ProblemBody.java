package io.eqlair.api.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How every error looks (RFC 9457), for the API's document; {@link ProblemAdvice} makes them.
 *
 * @param title the status in words
 * @param detail what was found, what was expected, and what to do
 * @param instance the path that was called
 * @param code stable name of the kind of problem
 * @param line of the body, from 1, where a place can be named
 * @param byteOffset of the unpacked body, from 0, likewise
 * @param diagnostics all that is wrong with a query
 * @param problems all that is wrong with a rule
 */
@Schema(name = "Problem")
public record ProblemBody(
        @Schema(example = "Bad Request") String title,
        @Schema(example = "400") int status,

        @Schema(example = "The body is empty. Send one event as a JSON object, …")
        String detail,

        @Schema(example = "/api/v1/events") String instance,
        @Schema(example = "body_empty") String code,
        @Nullable Integer line,
        @Schema(name = "byte") @Nullable Long byteOffset,
        @Nullable List<QueryDiagnostic> diagnostics,
        @Nullable List<ShownProblem> problems) {}
