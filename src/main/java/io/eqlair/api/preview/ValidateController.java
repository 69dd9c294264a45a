package io.eqlair.api.preview;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.Examples;
import io.eqlair.api.http.ProblemBody;
import io.eqlair.api.http.Refusal;
import io.eqlair.api.http.RequestBytes;
import io.eqlair.ingest.IngestLimits;
import io.eqlair.problem.Problem;
import io.eqlair.validation.RuleValidator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rules that a request brings along are looked at; nothing of them is kept, and the live rules stay untouched. */
@RestController
@Tag(name = "rules", description = "What was loaded, and what became of it.")
public final class ValidateController {

    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    /** What the body is called in the places of problems. */
    private static final String ORIGIN = "body";

    private final RuleValidator validator;
    private final IngestLimits limits;

    public ValidateController(RuleValidator validator, IngestLimits limits) {
        this.validator = validator;
        this.limits = limits;
    }

    @Operation(
            operationId = "validateRules",
            summary = "Validate rules",
            description =
                    "Takes one rule, or an archive of rule files, and answers every problem at once: errors, which keep a"
                            + " rule from running, and warnings, which are about rules that may not do what their author"
                            + " thinks. What the body is, is told by its content and not by the media type; it may be"
                            + " packed (`Content-Encoding`). Nothing is kept.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "application/toml",
                                        schema = @Schema(type = "string"),
                                        examples =
                                                @ExampleObject(
                                                        name = "rule-with-slips",
                                                        summary = "A rule with a misspelt field",
                                                        value = Examples.RULE_WITH_SLIPS)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                        schema = @Schema(type = "string", format = "binary"))
                            }))
    @ApiResponse(
            responseCode = "200",
            description = "What was found, be it nothing; `valid` says whether there are errors.")
    @ApiResponse(
            responseCode = "400",
            description = "The body is empty, or cannot be unpacked.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @Refusal.BodyTooLarge
    @Refusal.EncodingUnknown
    @PostMapping(path = "/api/v1/rules/validate", produces = MediaType.APPLICATION_JSON_VALUE)
    ValidationAnswer validate(@Parameter(hidden = true) HttpServletRequest http) throws IOException {
        byte[] content = RequestBytes.all(http, limits.bodyBytes());
        if (content.length == 0) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, Problem.VALIDATION_BODY_EMPTY);
        }
        return ValidationAnswer.of(validator.validate(ORIGIN, content));
    }
}
