package io.eqlair.api.elastic;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.IngestDoor;
import io.eqlair.api.http.RequestBytes;
import io.eqlair.api.http.ShownAlerts;
import io.eqlair.catalog.RuleSession;
import io.eqlair.event.Envelope;
import io.eqlair.ingest.BulkIntake;
import io.eqlair.ingest.BulkItem;
import io.eqlair.ingest.BulkOutcome;
import io.eqlair.ingest.BulkTerms;
import io.eqlair.ingest.bulk.BulkAction;
import io.eqlair.ingest.bulk.BulkOperation;
import io.eqlair.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
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
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Events in, in the way of Elasticsearch. */
@RestController
@RequestMapping(method = {RequestMethod.POST, RequestMethod.PUT})
@Tag(name = "elasticsearch", description = "Events in, from log shippers that send to Elasticsearch.")
public final class BulkController {

    private static final String EXAMPLE = """
        {"create":{"_index":"logs-endpoint.events.process-default"}}
        {"@timestamp":"2026-11-22T10:15:00Z","event":{"category":"process","type":"start","action":"exec"},\
        "host":{"os":{"type":"linux"}},"process":{"name":"nc","args":["nc","-l","-p","4444"]}}
        """;

    private final IngestDoor door;
    private final BulkIntake intake;
    private final JsonMapper json;

    public BulkController(IngestDoor door, BulkIntake intake, JsonMapper json) {
        this.door = door;
        this.intake = intake;
        this.json = json;
    }

    @Operation(
            operationId = "bulk",
            summary = "Evaluate events, as Elasticsearch's bulk API takes them",
            description =
                    "An action line before each event; the answer has one item for each action, in the same order. Each event is"
                            + " shown to the active rules, and nothing is indexed. Also at `/{index}/_bulk`, and below `/es` and"
                            + " `/t/{tenant}`. Parameters of Elasticsearch that have no meaning here are ignored.",
            parameters = {
                @Parameter(
                        name = BulkParameters.ALERTS,
                        in = ParameterIn.QUERY,
                        description = "Whether the answer has the alerts, too, as `alerts` behind the items.",
                        schema = @Schema(type = "boolean", defaultValue = "false")),
                @Parameter(
                        name = ShownAlerts.PARAMETER,
                        in = ParameterIn.QUERY,
                        description = ShownAlerts.DESCRIPTION,
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"native", "kibana", "ecs", "ocsf"},
                                        defaultValue = "native")),
                @Parameter(
                        name = BulkParameters.FILTER,
                        in = ParameterIn.QUERY,
                        description = "Which members the answer is to have.",
                        example = "errors,items.*.error,items.*.status",
                        schema = @Schema(type = "string"))
            },
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(type = "string"),
                                            examples =
                                                    @ExampleObject(
                                                            name = "linux-rule-fires",
                                                            summary = "Netcat listens on a Linux host",
                                                            value = EXAMPLE))))
    @ApiResponse(
            responseCode = "200",
            description =
                    "What became of the actions. `status` is 201, 200 for an id that has been acknowledged before, or 400 with"
                            + " an `error`.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Object.class)))
    @ApiResponse(responseCode = "400", description = "The body is no body of the bulk protocol.", content = @Content)
    @ApiResponse(responseCode = "413", description = "The body is larger than a limit.", content = @Content)
    @ApiResponse(
            responseCode = "429",
            description = "Events cannot be taken at the moment: all must be sent again. `Retry-After` says when.",
            content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")))
    @RequestMapping("/_bulk")
    void bulk(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        bulk(null, request, response);
    }

    /** The same in all the places where shippers look for it; what stands behind an index is a type, of old. */
    @Hidden
    @RequestMapping({
        "/{index}/_bulk",
        "/{index}/{type}/_bulk",
        "/es/_bulk",
        "/es/{index}/_bulk",
        "/es/{index}/{type}/_bulk",
        "/t/{tenant}/_bulk",
        "/t/{tenant}/{index}/_bulk",
        "/t/{tenant}/{index}/{type}/_bulk"
    })
    void bulk(
            @PathVariable(required = false) @Nullable String index,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        long start = System.nanoTime();
        BulkParameters parameters = BulkParameters.of(request);
        BulkAnswer answer = new BulkAnswer(parameters.filter(), parameters.alerts(), json);
        RuleSession session = door.open();
        BulkTerms terms = new BulkTerms(
                index, answer.wantsIds(), parameters.alerts() != null, events -> door.charge(request, events));
        BulkOutcome outcome = intake.take(RequestBytes.body(request), terms, session);
        byte[] bytes = answer.bytes(outcome, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        ElasticAnswer.json(request, response, HttpStatus.OK, bytes);
    }

    /** One event. */
    @Hidden
    @RequestMapping({
        "/{index}/_doc", "/{index}/_doc/{id}", "/{index}/_create/{id}",
        "/es/{index}/_doc", "/es/{index}/_doc/{id}", "/es/{index}/_create/{id}",
        "/t/{tenant}/{index}/_doc", "/t/{tenant}/{index}/_doc/{id}", "/t/{tenant}/{index}/_create/{id}"
    })
    void document(
            @PathVariable String index,
            @PathVariable(required = false) @Nullable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        BulkAction action = new BulkAction(BulkOperation.CREATE, new Envelope(index, id));
        BulkTerms terms = new BulkTerms(null, true, false, events -> door.charge(request, events));
        BulkItem item = intake.takeOne(RequestBytes.body(request), action, terms, door.open());
        if (item.error() != null) {
            throw new ApiProblem(HttpStatus.INTERNAL_SERVER_ERROR, Problem.EVENT_INTERNAL_ERROR);
        }
        ElasticAnswer.json(
                request,
                response,
                item.known() ? HttpStatus.OK : HttpStatus.CREATED,
                json.writeValueAsBytes(DocumentAnswer.of(item)));
    }
}
