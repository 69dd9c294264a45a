package io.eqlair.api.exceptions;

import io.eqlair.api.http.Examples;
import io.eqlair.api.http.ProblemBody;
import io.eqlair.api.http.Refusal;
import io.eqlair.api.rules.RuleEdits;
import io.eqlair.catalog.LiveRules;
import io.eqlair.exceptions.ExceptionEdit;
import io.eqlair.exceptions.ExceptionEditor;
import io.eqlair.exceptions.ExceptionItem;
import io.eqlair.exceptions.ExceptionLimits;
import io.eqlair.exceptions.ExceptionVersion;
import io.eqlair.exceptions.LiveExceptions;
import io.eqlair.problem.Problem;
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
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exceptions are made, put and removed; what is in force changes with the answer. */
@RestController
@Tag(name = "exceptions")
@RequestMapping(path = "/api/v1/exceptions", produces = MediaType.APPLICATION_JSON_VALUE)
public final class ExceptionEditController {

    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final String PATH = "/api/v1/exceptions/";

    private final ExceptionEditor editor;
    private final ShownExceptions shown;

    public ExceptionEditController(ExceptionEditor editor, LiveExceptions live, LiveRules rules, InstantSource clock) {
        this.editor = editor;
        this.shown = new ShownExceptions(live, rules, clock);
    }

    @Operation(
            operationId = "createException",
            summary = "Make an exception",
            description =
                    "All `entries` must hold; several exceptions except each by itself. It is kept in the data directory, and"
                            + " holds for all events that come after the answer. What sequences remember stays.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(type = "object"),
                                            examples = @ExampleObject(value = Examples.EXCEPTION))))
    @ApiResponse(responseCode = "201", description = "The exception is in force.")
    @ApiResponse(
            responseCode = "400",
            description = "It is not in order; `problems` lists all that is wrong with it, each with its path.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ExceptionProblemBody.class)))
    @Refusal.BodyTooLarge
    @Refusal.EncodingUnknown
    @Refusal.NotKept
    @PostMapping
    ResponseEntity<ShownException> create(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
        byte[] body = ExceptionEdits.body(request, ExceptionLimits.DEFAULT.itemBytes());
        return answer(editor.create(body, RuleEdits.terms(request, null)), "");
    }

    @Operation(
            operationId = "putException",
            summary = "Put an exception",
            description =
                    "In place of the one with its id, whose hits it goes on with; or a new one with an id of your choice."
                            + " `If-Match` with an ETag guards against overwriting somebody else's change, `If-None-Match: *`"
                            + " against replacing any. What only the answers have, such as `hits`, may stay in the body.",
            parameters = {
                @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, schema = @Schema(type = "string")),
                @Parameter(name = HttpHeaders.IF_NONE_MATCH, in = ParameterIn.HEADER, schema = @Schema(type = "string"))
            },
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(type = "object"),
                                            examples = @ExampleObject(value = Examples.EXCEPTION))))
    @ApiResponse(responseCode = "200", description = "The exception was replaced.")
    @ApiResponse(responseCode = "201", description = "The exception is new.")
    @ApiResponse(
            responseCode = "400",
            description = "It is not in order; `problems` lists all that is wrong with it, each with its path.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ExceptionProblemBody.class)))
    @ApiResponse(
            responseCode = "412",
            description = "The exception is in another version than `If-Match` says.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @Refusal.BodyTooLarge
    @Refusal.EncodingUnknown
    @Refusal.NotKept
    @PutMapping("/{id}")
    ResponseEntity<ShownException> put(
            @Parameter(description = "Its id.") @PathVariable String id,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        String checked = ExceptionEdits.id(id);
        byte[] body = ExceptionEdits.body(request, ExceptionLimits.DEFAULT.itemBytes());
        return answer(editor.put(checked, body, RuleEdits.terms(request, null)), id);
    }

    private ResponseEntity<ShownException> answer(ExceptionEdit<ExceptionItem> edit, String id) {
        ExceptionEdit.Done<ExceptionItem> done =
                ExceptionEdits.done(edit, id, Problem.EXCEPTION_INVALID, Problem.EXCEPTION_NOT_FOUND);
        ExceptionItem item = Objects.requireNonNull(done.after());
        return ExceptionEdits.answer(done, PATH + item.id(), ExceptionVersion.of(item))
                .body(shown.of(item));
    }

    @Operation(
            operationId = "deleteException",
            summary = "Remove an exception",
            description = "Events that come after the answer are alerts again. A rejected file is removed likewise.",
            parameters =
                    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "204", description = "It is gone.")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such exception.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "412",
            description = "The exception is in another version than `If-Match` says.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "503",
            description = "The change could not be kept.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @Parameter(description = "Its id.") @PathVariable String id,
            @Parameter(hidden = true) HttpServletRequest request) {
        ExceptionEdit.Done<ExceptionItem> unused = ExceptionEdits.done(
                editor.delete(id, RuleEdits.terms(request, null)),
                id,
                Problem.EXCEPTION_INVALID,
                Problem.EXCEPTION_NOT_FOUND);
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }
}
