package io.eqlair.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says how much of everything there may be. */
@RestController
@Tag(name = "operations", description = "What the service does not do.")
public final class LimitsController {

    /** The answer: a list has a name, so that more can be said beside it. */
    public record Limits(List<NamedLimit> limits) {}

    private final Limits limits;

    public LimitsController(Limits limits) {
        this.limits = limits;
    }

    @Operation(
            operationId = "listLimits",
            summary = "All limits",
            description =
                    "Every input is bounded. Errors quote the limit that was exceeded; this lists them all, as they are set.")
    @ApiResponse(
            responseCode = "200",
            description = "The limits.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Limits.class)))
    @GetMapping("/api/v1/limits")
    Limits list() {
        return limits;
    }
}
