package io.eqlair.api.sinks;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.ControlLog;
import io.eqlair.api.http.PageBounds;
import io.eqlair.api.http.Refusal;
import io.eqlair.problem.Problem;
import io.eqlair.sink.RunningSink;
import io.eqlair.sink.SinkStatus;
import io.eqlair.sink.Sinks;
import io.eqlair.store.DeadLetter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where alerts go on to, how that fares, and what could not be delivered. */
@RestController
@Tag(name = "sinks", description = "Where alerts go on to.")
@RequestMapping(path = "/api/v1/sinks", produces = MediaType.APPLICATION_JSON_VALUE)
public final class SinksController {

    private static final Logger LOG = LoggerFactory.getLogger(SinksController.class);

    private final Sinks sinks;
    private final ControlLog audit;

    public SinksController(Sinks sinks, ControlLog audit) {
        this.sinks = sinks;
        this.audit = audit;
    }

    @Operation(
            operationId = "listSinks",
            summary = "Show where alerts go on to",
            description = "All sinks of the settings, in the order of their names.")
    @ApiResponse(responseCode = "200", description = "The sinks.")
    @GetMapping
    SinkList list() {
        return new SinkList(sinks.list().stream().map(RunningSink::status).toList());
    }

    @Operation(operationId = "getSink", summary = "Show how a sink fares")
    @ApiResponse(responseCode = "200", description = "The sink.")
    @Refusal.SinkMissing
    @GetMapping("/{name}")
    SinkStatus get(@Parameter(description = "Its name.") @PathVariable String name) {
        return find(name).status();
    }

    @Operation(
            operationId = "listDeadLetters",
            summary = "Show what a sink has given up",
            description = "In the order in which the alerts were stored.")
    @ApiResponse(responseCode = "200", description = "A page of dead letters.")
    @Refusal.ParameterWrong
    @Refusal.SinkMissing
    @GetMapping("/{name}/dead-letters")
    DeadLetterPage deadLetters(
            @Parameter(description = "The name of the sink.") @PathVariable String name,
            @Parameter(
                            description = "Which page, from 0.",
                            schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
                    @RequestParam(defaultValue = "0")
                    int page,
            @Parameter(
                            description = "Dead letters on a page.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
                    @RequestParam(defaultValue = "100")
                    int size) {
        PageBounds.check(page, size);
        RunningSink sink = find(name);
        return new DeadLetterPage(sink.deadLetters((long) page * size, size), page, size, sink.deadLetters());
    }

    @Operation(
            operationId = "retryDeadLetters",
            summary = "Send again what a sink has given up",
            description = "Each is tried once more as soon as the sink comes to it, and is a dead letter again if its"
                    + " receiver answers with an error.")
    @ApiResponse(responseCode = "200", description = "How many will be tried.")
    @Refusal.ParameterWrong
    @Refusal.SinkMissing
    @PostMapping("/{name}/dead-letters/retry")
    Retried retry(
            @Parameter(description = "The name of the sink.") @PathVariable String name,
            @Parameter(description = "Only that of this alert; without it all.")
                    @RequestParam(name = "alert_id", required = false)
                    @Nullable
                    String alertId,
            @Parameter(hidden = true) HttpServletRequest request) {
        int count = find(name).retry(alertId);
        refuseUnknown(name, alertId, count);
        audit.call(request, "retry", count + " dead letters of the sink " + name);
        LOG.info("{} dead letters of the sink {} are tried again, as was asked for.", count, name);
        return new Retried(count);
    }

    @Operation(
            operationId = "dropDeadLetters",
            summary = "Drop what a sink has given up",
            description = "It is not sent any more; the alerts themselves stay.")
    @ApiResponse(responseCode = "200", description = "How many were dropped.")
    @Refusal.ParameterWrong
    @Refusal.SinkMissing
    @DeleteMapping("/{name}/dead-letters")
    Dropped drop(
            @Parameter(description = "The name of the sink.") @PathVariable String name,
            @Parameter(description = "Only that of this alert; without it all.")
                    @RequestParam(name = "alert_id", required = false)
                    @Nullable
                    String alertId,
            @Parameter(hidden = true) HttpServletRequest request) {
        int count = find(name).drop(alertId);
        refuseUnknown(name, alertId, count);
        audit.call(request, "drop", count + " dead letters of the sink " + name);
        LOG.info("{} dead letters of the sink {} were dropped, as was asked for.", count, name);
        return new Dropped(count);
    }

    private RunningSink find(String name) {
        return sinks.find(name).orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, Problem.SINK_NOT_FOUND, name));
    }

    private static void refuseUnknown(String name, @Nullable String alertId, int count) {
        if (alertId != null && count == 0) {
            throw new ApiProblem(HttpStatus.NOT_FOUND, Problem.DEAD_LETTER_NOT_FOUND, name, alertId);
        }
    }

    /** All sinks. */
    record SinkList(List<SinkStatus> sinks) {}

    /** One page of dead letters. */
    record DeadLetterPage(List<DeadLetter> deadLetters, int page, int size, long total) {}

    /**
     * What becomes of dead letters.
     *
     * @param retrying how many will be tried again
     */
    record Retried(int retrying) {}

    /**
     * What became of dead letters.
     *
     * @param dropped how many there were
     */
    record Dropped(int dropped) {}
}
