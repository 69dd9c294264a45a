package io.eqlair.api.exceptions;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.PageBounds;
import io.eqlair.api.http.ProblemBody;
import io.eqlair.api.http.Refusal;
import io.eqlair.api.rules.RuleEdits;
import io.eqlair.catalog.EditTerms;
import io.eqlair.exceptions.ExceptionEdit;
import io.eqlair.exceptions.ExceptionLimits;
import io.eqlair.exceptions.ExceptionSet;
import io.eqlair.exceptions.ExceptionVersion;
import io.eqlair.exceptions.ListEditor;
import io.eqlair.exceptions.ListType;
import io.eqlair.exceptions.LiveExceptions;
import io.eqlair.exceptions.ValueList;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Value lists, which exceptions name by their ids. */
@RestController
@Tag(name = "exceptions")
@RequestMapping(path = "/api/v1/lists", produces = MediaType.APPLICATION_JSON_VALUE)
public final class ListsController {

    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final String PATH = "/api/v1/lists/";

    private final ListEditor editor;
    private final LiveExceptions live;

    public ListsController(ListEditor editor, LiveExceptions live) {
        this.editor = editor;
        this.live = live;
    }

    @Operation(
            operationId = "listLists",
            summary = "List the value lists",
            description = "Without their values, with the exceptions that name each.")
    @ApiResponse(responseCode = "200", description = "A page of value lists.")
    @Refusal.ParameterWrong
    @GetMapping
    ListPage list(
            @Parameter(
                            description = "Which page, from 0.",
                            schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
                    @RequestParam(defaultValue = "0")
                    int page,
            @Parameter(
                            description = "Lists on a page.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
                    @RequestParam(defaultValue = "100")
                    int size) {
        PageBounds.check(page, size);
        ExceptionSet set = live.set();
        List<ShownList> all = Stream.concat(
                        set.lists().stream().map(list -> ShownList.of(list, set, false)),
                        set.rejectedLists().stream().map(ShownList::of))
                .toList();
        List<ShownList> on = all.stream().skip((long) page * size).limit(size).toList();
        return new ListPage(on, page, size, all.size());
    }

    /**
     * Value lists, by their ids.
     *
     * @param total how many there are on all pages
     */
    record ListPage(List<ShownList> lists, int page, int size, int total) {}

    @Operation(operationId = "getList", summary = "Show a value list")
    @ApiResponse(responseCode = "200", description = "The list with its values.")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such list.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @GetMapping("/{id}")
    ResponseEntity<ShownList> one(@Parameter(description = "Its id.") @PathVariable String id) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        ValueList list = live.set().findList(id).orElse(null);
        return list == null
                ? answer.body(rejected(id))
                : answer.eTag(ExceptionVersion.of(list)).body(ShownList.of(list, live.set(), true));
    }

    private ShownList rejected(String id) {
        return live.set().rejectedLists().stream()
                .filter(file -> file.id().equals(id))
                .findFirst()
                .map(ShownList::of)
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, Problem.LIST_NOT_FOUND, id));
    }

    @Operation(
            operationId = "putList",
            summary = "Put a value list",
            description =
                    "As text, one value to a line, with `type`; or as JSON. The exceptions that name it ask the new values for"
                            + " all events that come after the answer.",
            parameters = {
                @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, schema = @Schema(type = "string")),
                @Parameter(name = HttpHeaders.IF_NONE_MATCH, in = ParameterIn.HEADER, schema = @Schema(type = "string"))
            },
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.TEXT_PLAIN_VALUE,
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(value = "192.0.2.1\n192.0.2.2\n")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(type = "object"),
                                        examples =
                                                @ExampleObject(
                                                        value =
                                                                "{\"name\": \"Scanners\", \"type\": \"ip_range\", \"values\": [\"192.0.2.0/24\"]}"))
                            }))
    @ApiResponse(responseCode = "200", description = "The list was replaced.")
    @ApiResponse(responseCode = "201", description = "The list is new.")
    @ApiResponse(
            responseCode = "400",
            description = "It is not in order; `problems` lists what is wrong with it.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ExceptionProblemBody.class)))
    @ApiResponse(
            responseCode = "409",
            description = "There are too many lists.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "412",
            description = "The list is in another version than `If-Match` says.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @Refusal.BodyTooLarge
    @Refusal.EncodingUnknown
    @Refusal.NotKept
    @PutMapping("/{id}")
    ResponseEntity<ShownList> put(
            @Parameter(description = "Its id.") @PathVariable String id,
            @Parameter(
                            description =
                                    "What the values of a text are, unless a list keeps its type; JSON says it itself.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"keyword", "ip", "ip_range"},
                                            defaultValue = "keyword"))
                    @RequestParam(required = false)
                    @Nullable
                    String type,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        String checked = ExceptionEdits.id(id);
        ListType lines = type(type);
        byte[] body = ExceptionEdits.body(request, ExceptionLimits.DEFAULT.listBytes());
        String text = new String(body, StandardCharsets.UTF_8);
        EditTerms terms = RuleEdits.terms(request, null);
        ExceptionEdit<ValueList> edit = isJson(request, text)
                ? editor.putJson(checked, text, terms)
                : editor.putLines(checked, text, lines, terms);
        ExceptionEdit.Done<ValueList> done = done(edit, id);
        ValueList list = Objects.requireNonNull(done.after());
        return ExceptionEdits.answer(done, PATH + id, ExceptionVersion.of(list))
                .body(ShownList.of(list, live.set(), false));
    }

    private static @Nullable ListType type(@Nullable String type) {
        return type == null
                ? null
                : ListType.parse(type)
                        .orElseThrow(() -> new ApiProblem(HttpStatus.BAD_REQUEST, Problem.LIST_TYPE, type));
    }

    /** Many clients say of every body that it is a form; a value that begins with a brace must be said to be text. */
    private static boolean isJson(HttpServletRequest request, String text) {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        return type.contains("json")
                || (!type.startsWith("text/") && text.stripLeading().startsWith("{"));
    }

    @Operation(
            operationId = "deleteList",
            summary = "Remove a value list",
            parameters =
                    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "204", description = "It is gone.")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such list.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Exceptions name it.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "412",
            description = "The list is in another version than `If-Match` says.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "503",
            description = "The change could not be kept.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @Parameter(description = "Its id.") @PathVariable String id,
            @Parameter(hidden = true) HttpServletRequest request) {
        ExceptionEdit.Done<ValueList> unused = done(editor.delete(id, RuleEdits.terms(request, null)), id);
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

    private static ExceptionEdit.Done<ValueList> done(ExceptionEdit<ValueList> edit, String id) {
        return ExceptionEdits.done(edit, id, Problem.LIST_INVALID, Problem.LIST_NOT_FOUND);
    }
}
