package io.eqlair.api;

import io.eqlair.event.Envelope;
import io.eqlair.ingest.BatchOutcome;
import io.eqlair.ingest.Body;
import io.eqlair.ingest.EventIntake;
import io.eqlair.problem.Problem;
import io.eqlair.rule.LiveRules;
import io.eqlair.rule.RuleSession;
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
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Events in, alerts out. */
@RestController
@Tag(name = "events", description = "Events in, alerts out.")
public final class EventsController {

    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final LiveRules rules;
    private final EventIntake intake;

    public EventsController(LiveRules rules, EventIntake intake) {
        this.rules = rules;
        this.intake = intake;
    }

    @Operation(
            operationId = "postEvents",
            summary = "Evaluate events",
            description =
                    "Takes one event, an array of events, `{\"events\": […]}` or NDJSON (one event to a line), told"
                            + " apart by their content and not by the media type. The body may be packed with gzip"
                            + " (`Content-Encoding: gzip`). Each event is shown to the active rules; the alerts are in the answer."
                            + " An event that cannot be read is told in `errors`, and the others are evaluated all the same.",
            parameters =
                    @Parameter(
                            name = "index",
                            in = ParameterIn.QUERY,
                            description =
                                    "The index of those events that name none themselves: decides which rules see them.",
                            example = "logs-endpoint.events.process-default",
                            schema = @Schema(type = "string")),
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
    @ApiResponse(responseCode = "200", description = "What became of the events.")
    @ApiResponse(
            responseCode = "400",
            description = "The body is empty, is not JSON at all, or cannot be unpacked.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "413",
            description = "The body, or its only event, is larger than the limit, or it has too many events.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "415",
            description = "The content encoding is not gzip.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "503",
            description = "There are no rules yet; `Retry-After` says when to try again.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @PostMapping(path = "/api/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
    EventsAnswer post(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
        long start = System.nanoTime();
        RuleSession session = rules.open().orElseThrow(this::notReady);
        Body body = new Body(
                request.getInputStream(),
                request.getContentLengthLong(),
                request.getHeader(HttpHeaders.CONTENT_ENCODING));
        BatchOutcome outcome = intake.take(body, envelope(request), session);
        return EventsAnswer.of(outcome, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /** Reads the query itself: to ask the request for a parameter would use up a body that is said to be a form. */
    private static Envelope envelope(HttpServletRequest request) {
        String index = ServletUriComponentsBuilder.fromRequest(request)
                .build()
                .getQueryParams()
                .getFirst("index");
        return index == null || index.isBlank() ? Envelope.NONE : new Envelope(index, null);
    }

    private ApiProblem notReady() {
        return new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, rules.obstacle().orElse(Problem.RULES_LOADING));
    }
}
