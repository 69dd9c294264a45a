package io.eqlair.api.exceptions;

import io.eqlair.exceptions.ExceptionFinding;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an error looks that is about what was sent, for the API's document. */
@Schema(name = "ExceptionProblem")
record ExceptionProblemBody(
        @Schema(example = "Bad Request") String title,
        @Schema(example = "400") int status,
        String detail,
        @Schema(example = "/api/v1/exceptions") String instance,
        @Schema(example = "exception_invalid") String code,
        @Nullable List<ExceptionFinding> problems) {}
