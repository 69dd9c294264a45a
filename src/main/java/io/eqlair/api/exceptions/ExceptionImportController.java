package io.eqlair.api.exceptions;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.ProblemBody;
import io.eqlair.api.http.Refusal;
import io.eqlair.api.http.RequestEnvelope;
import io.eqlair.api.rules.RuleEdits;
import io.eqlair.catalog.LiveRules;
import io.eqlair.exceptions.ExceptionEdit;
import io.eqlair.exceptions.ExceptionImport;
import io.eqlair.exceptions.ExceptionLimits;
import io.eqlair.exceptions.ImportReport;
import io.eqlair.exceptions.ImportScope;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exceptions come from Kibana. */
@RestController
@Tag(name = "exceptions")
public final class ExceptionImportController {

    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final ExceptionImport importing;
    private final LiveRules rules;

    public ExceptionImportController(ExceptionImport importing, LiveRules rules) {
        this.importing = importing;
        this.rules = rules;
    }

    @Operation(
            operationId = "importExceptions",
            summary = "Import exceptions from Kibana",
            description =
                    "Takes Kibana's export of exception lists as NDJSON. An item is for the rules whose `exceptions_list` names"
                            + " its list; for the items of lists that no rule names, `rule_id` and `rules` say for which"
                            + " rules they are. An item replaces the one with its `item_id`. What is in order is put in"
                            + " force; the rest is told by its line.",
            parameters = {
                @Parameter(
                        name = "rule_id",
                        in = ParameterIn.QUERY,
                        description = "A rule that items of unnamed lists are for; may be repeated.",
                        array = @ArraySchema(schema = @Schema(type = "string"))),
                @Parameter(
                        name = "rules",
                        in = ParameterIn.QUERY,
                        description = "`all`: items of unnamed lists are for all rules.",
                        schema = @Schema(type = "string", allowableValues = "all"))
            },
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(type = "string"))))
    @ApiResponse(responseCode = "200", description = "What became of each line.")
    @ApiResponse(
            responseCode = "400",
            description = "There is nothing to import, or a parameter is wrong.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ExceptionProblemBody.class)))
    @Refusal.BodyTooLarge
    @Refusal.EncodingUnknown
    @ApiResponse(
            responseCode = "503",
            description = "It could not be kept, or the rules are still being loaded.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @PostMapping(path = "/api/v1/exceptions/import", produces = MediaType.APPLICATION_JSON_VALUE)
    ImportAnswer take(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
        if (rules.catalog().isEmpty()) {
            throw new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, Problem.RULES_LOADING);
        }
        ImportScope scope = scope(request);
        byte[] body = ExceptionEdits.body(request, ExceptionLimits.DEFAULT.importBytes());
        String text = new String(body, StandardCharsets.UTF_8);
        ExceptionEdit<ImportReport> edit = importing.take(text, scope, RuleEdits.terms(request, null));
        return ImportAnswer.of(Objects.requireNonNull(
                ExceptionEdits.done(edit, "", Problem.EXCEPTION_INVALID, Problem.EXCEPTION_NOT_FOUND)
                        .after()));
    }

    private static ImportScope scope(HttpServletRequest request) {
        MultiValueMap<String, String> given = RequestEnvelope.query(request);
        String all = given.getFirst("rules");
        if (all != null && !all.equals("all")) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, Problem.IMPORT_RULES, all);
        }
        List<RuleId> ids = given.getOrDefault("rule_id", List.of()).stream()
                .map(ExceptionImportController::id)
                .toList();
        return new ImportScope(all != null, ids);
    }

    private static RuleId id(String text) {
        return RuleId.parse(text).orElseThrow(() -> new ApiProblem(HttpStatus.BAD_REQUEST, Problem.RULE_PATH_ID, text));
    }
}
