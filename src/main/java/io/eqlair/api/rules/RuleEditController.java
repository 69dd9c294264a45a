package io.eqlair.api.rules;

import io.eqlair.api.http.Examples;
import io.eqlair.api.http.ProblemBody;
import io.eqlair.api.http.Refusal;
import io.eqlair.api.http.RequestBytes;
import io.eqlair.catalog.Edit;
import io.eqlair.catalog.EditTerms;
import io.eqlair.catalog.RuleEditor;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleVersion;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.RuleLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules are put, changed and removed; what is in force changes with the answer. */
@RestController
@Tag(name = "rules")
@RequestMapping(path = "/api/v1/rules/{rule_id}", produces = MediaType.APPLICATION_JSON_VALUE)
public final class RuleEditController {

    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final String DRY_RUN = "Whether only to tell what would become of it.";

    /** What comes of a rule is no change of it. */
    private static final Set<String> NOT_SAID =
            Set.of("cost", "evidence", "sequences", "problems", "origin", "exceptions");

    private final RuleEditor editor;
    private final RuleDetails details;
    private final JsonMapper json;

    public RuleEditController(RuleEditor editor, RuleDetails details, JsonMapper json) {
        this.editor = editor;
        this.details = details;
        this.json = json;
    }

    @Operation(
            operationId = "putRule",
            summary = "Put a rule",
            description =
                    "As TOML, or as JSON of the same shape or as Kibana's API has it. It is kept in the data directory, wins over"
                            + " a file with its id, and runs when the answer comes. `If-Match` with an ETag guards against"
                            + " overwriting somebody else's change, `If-None-Match: *` against replacing any.",
            parameters = {
                @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, schema = @Schema(type = "string")),
                @Parameter(name = HttpHeaders.IF_NONE_MATCH, in = ParameterIn.HEADER, schema = @Schema(type = "string"))
            },
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "application/toml",
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(value = Examples.RULE)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(type = "object"))
                            }))
    @ApiResponse(
            responseCode = "200",
            description = "The rule was replaced, or would have been.",
            content = @Content(schema = @Schema(implementation = EditAnswer.class)))
    @ApiResponse(
            responseCode = "201",
            description = "The rule is new.",
            content = @Content(schema = @Schema(implementation = EditAnswer.class)))
    @ApiResponse(
            responseCode = "400",
            description = "The rule is not in order; `problems` lists all that is wrong with it.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @Refusal.RuleOutdated
    @Refusal.EncodingUnknown
    @Refusal.RuleNotKept
    @PutMapping
    ResponseEntity<EditAnswer> put(
            @Parameter(description = "Its id.") @PathVariable("rule_id") String id,
            @Parameter(description = DRY_RUN, schema = @Schema(type = "boolean", defaultValue = "false"))
                    @RequestParam(name = "dry_run", required = false)
                    @Nullable
                    String dryRun,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        EditTerms terms = RuleEdits.terms(request, dryRun);
        Edit.Done done = RuleEdits.done(editor.put(RuleEdits.id(id), body(request), terms), id);
        HttpStatus status = done.before() == null && !terms.dryRun() ? HttpStatus.CREATED : HttpStatus.OK;
        return answer(status, done.before() == null ? "created" : "replaced", done, terms);
    }

    @Operation(
            operationId = "patchRule",
            summary = "Switch a rule on or off, or say how grave it is",
            description =
                    "What is set is laid over the rule, wherever that comes from, and stays over its updates; null leaves it"
                            + " to the file again. Pending sequences go on, unless the rule is switched off.",
            parameters =
                    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, schema = @Schema(type = "string")),
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = ShownOverlay.class))))
    @ApiResponse(
            responseCode = "200",
            description = "The rule as it is now, or would be.",
            content = @Content(schema = @Schema(implementation = EditAnswer.class)))
    @ApiResponse(
            responseCode = "400",
            description = "The body says nothing that can be set.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @Refusal.RuleMissing
    @ApiResponse(
            responseCode = "409",
            description = "The rule is not in order, or is of a type that does not run here.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @Refusal.RuleOutdated
    @Refusal.EncodingUnknown
    @Refusal.RuleNotKept
    @PatchMapping
    ResponseEntity<EditAnswer> patch(
            @Parameter(description = "Its id.") @PathVariable("rule_id") String id,
            @Parameter(description = DRY_RUN, schema = @Schema(type = "boolean", defaultValue = "false"))
                    @RequestParam(name = "dry_run", required = false)
                    @Nullable
                    String dryRun,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        RuleId rule = RuleEdits.id(id);
        EditTerms terms = RuleEdits.terms(request, dryRun);
        RulePatch patch = RulePatch.of(body(request), json);
        Edit.Done done = RuleEdits.done(editor.set(rule, patch::over, patch.switchesOn(), terms), id);
        return answer(HttpStatus.OK, "changed", done, terms);
    }

    @Operation(
            operationId = "deleteRule",
            summary = "Remove a rule that was put",
            description =
                    "A file with its id takes its place again, and is in the answer then. Rules of files are not removed.",
            parameters =
                    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "The rule is gone, or would be.",
            content = @Content(schema = @Schema(implementation = EditAnswer.class)))
    @Refusal.RuleMissing
    @ApiResponse(
            responseCode = "409",
            description = "The rule comes from a file.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @Refusal.RuleOutdated
    @ApiResponse(
            responseCode = "400",
            description = "The id is none, or there is no such parameter.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @Refusal.RuleNotKept
    @DeleteMapping
    ResponseEntity<EditAnswer> delete(
            @Parameter(description = "Its id.") @PathVariable("rule_id") String id,
            @Parameter(description = DRY_RUN, schema = @Schema(type = "boolean", defaultValue = "false"))
                    @RequestParam(name = "dry_run", required = false)
                    @Nullable
                    String dryRun,
            @Parameter(hidden = true) HttpServletRequest request) {
        EditTerms terms = RuleEdits.terms(request, dryRun);
        Edit.Done done = RuleEdits.done(editor.delete(RuleEdits.id(id), terms), id);
        return answer(HttpStatus.OK, "removed", done, terms);
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        return RequestBytes.start(request, RuleLimits.DEFAULT.fileBytes());
    }

    private ResponseEntity<EditAnswer> answer(HttpStatus status, String action, Edit.Done done, EditTerms terms) {
        RuleFigures figures = details.figures();
        RuleDetail before = detail(done.before(), figures);
        RuleDetail after = detail(done.after(), figures);
        String version = done.after() == null ? null : RuleVersion.of(done.after());
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (version != null && !terms.dryRun()) {
            answer.eTag(version);
        }
        return answer.body(new EditAnswer(terms.dryRun(), action, changed(before, after), after));
    }

    private @Nullable RuleDetail detail(@Nullable RuleEntry entry, RuleFigures figures) {
        return entry == null ? null : details.of(entry, figures);
    }

    private List<String> changed(@Nullable RuleDetail before, @Nullable RuleDetail after) {
        if (before == null || after == null) {
            return List.of();
        }
        JsonNode old = json.valueToTree(before);
        JsonNode now = json.valueToTree(after);
        return now.propertyStream()
                .filter(member -> !NOT_SAID.contains(member.getKey()))
                .filter(member -> !member.getValue().equals(old.get(member.getKey())))
                .map(member -> member.getKey())
                .toList();
    }
}
