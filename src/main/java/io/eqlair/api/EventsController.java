package io.eqlair.api;

import io.eqlair.api.http.Examples;
import io.eqlair.api.http.IngestDoor;
import io.eqlair.api.http.ProblemBody;
import io.eqlair.api.http.Refusal;
import io.eqlair.api.http.RequestBytes;
import io.eqlair.api.http.RequestEnvelope;
import io.eqlair.api.http.ShownAlerts;
import io.eqlair.catalog.RuleSession;
import io.eqlair.ingest.BatchOutcome;
import io.eqlair.ingest.BatchTerms;
import io.eqlair.ingest.EventIntake;
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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Events in, alerts out. Posts come here from {@link EventsServlet}; all else about the path is Spring's. */
@RestController
@Tag(name = "events", description = "Events in, alerts out.")
public final class EventsController {

    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    /** Where events are posted. */
    public static final String PATH = "/api/v1/events";

    private final IngestDoor door;
    private final EventIntake intake;
    private final ObjectWriter json;

    public EventsController(IngestDoor door, EventIntake intake, JsonMapper json) {
        this.door = door;
        this.intake = intake;
        this.json = json.writerFor(EventsAnswer.class);
    }

    @Operation(
            operationId = "postEvents",
            summary = "Evaluate events",
            description =
                    "Takes one event, an array of events, `{\"events\": […]}` or NDJSON (one event to a line), told"
                            + " apart by their content and not by the media type. The body may be packed"
                            + " (`Content-Encoding`: `gzip`, `deflate`, `zstd`, `snappy`, or two of them). Each event is"
                            + " shown to the active rules; the alerts are in the answer."
                            + " An event that cannot be read is told in `errors`, and the others are evaluated all the same. So is"
                            + " the only one, if the media type says NDJSON: a shipper would send a refused batch again for ever.",
            parameters = {
                @Parameter(
                        name = RequestEnvelope.INDEX,
                        in = ParameterIn.QUERY,
                        description =
                                "The index of those events that name none themselves: decides which rules see them.",
                        example = "logs-endpoint.events.process-default",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = ShownAlerts.PARAMETER,
                        in = ParameterIn.QUERY,
                        description = ShownAlerts.DESCRIPTION,
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"native", "kibana", "ecs", "ocsf"},
                                        defaultValue = "native"))
            },
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(type = "object"),
                                        examples = {
                                            @ExampleObject(
                                                    name = "linux-rule-fires",
                                                    summary = "Netcat opens a port on a Linux host",
                                                    value = Examples.LINUX_RULE_FIRES),
                                            @ExampleObject(
                                                    name = "container-rule-fires",
                                                    summary = "A shell starts netcat in a container",
                                                    value = Examples.CONTAINER_RULE_FIRES),
                                            @ExampleObject(
                                                    name = "nothing-fires",
                                                    summary = "Netcat only connects: no alert",
                                                    value = Examples.NOTHING_FIRES)
                                        }),
                                @Content(
                                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                        schema = @Schema(type = "string"),
                                        examples =
                                                @ExampleObject(
                                                        name = "ndjson-batch",
                                                        summary = "Three lines: an alert, a broken line, nothing",
                                                        value = Examples.NDJSON_BATCH))
                            }))
    @ApiResponse(
            responseCode = "200",
            description = "What became of the events.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = EventsAnswer.class)))
    @ApiResponse(
            responseCode = "400",
            description = "The body is empty, is not JSON at all, or cannot be unpacked.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "413",
            description =
                    "The body, or its only event, is larger than the limit, it becomes too many times as large when it is"
                            + " unpacked, or it has too many events.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @Refusal.EncodingUnknown
    @ApiResponse(
            responseCode = "503",
            description =
                    "There are no rules yet, or alerts cannot be stored at the moment: nothing is acknowledged, and all must be"
                            + " sent again. `Retry-After` says when.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @PostMapping(PATH)
    void post(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        long start = System.nanoTime();
        EventTerms terms = EventTerms.of(request);
        RuleSession session = door.open();
        BatchTerms how = new BatchTerms(true, RequestBytes.isLines(request), events -> door.charge(request, events));
        BatchOutcome outcome = intake.take(RequestBytes.body(request), terms.envelope(), how, session);
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        answer(EventsAnswer.of(outcome, terms.format(), took), response);
    }

    /** An answer without alerts is small, and has its length said. */
    private void answer(EventsAnswer answer, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        if (answer.alerts().isEmpty() && answer.errors().isEmpty()) {
            byte[] bytes = json.writeValueAsBytes(answer);
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        } else {
            json.writeValue(response.getOutputStream(), answer);
        }
    }

    /** Shippers look whether there is somebody before they send. */
    @Hidden
    @GetMapping(PATH)
    Map<String, Object> look() {
        door.open();
        return Map.of("ready", true);
    }
}
