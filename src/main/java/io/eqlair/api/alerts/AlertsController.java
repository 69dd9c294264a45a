package io.eqlair.api.alerts;

import io.eqlair.alert.Alert;
import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.Refusal;
import io.eqlair.api.http.ShownAlerts;
import io.eqlair.format.AlertFormat;
import io.eqlair.problem.Problem;
import io.eqlair.store.AlertQueries;
import io.eqlair.store.AlertSummaries;
import io.eqlair.store.AlertSummary;
import io.eqlair.store.KeptAlert;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the rules detected, as it is kept. */
@RestController
@Tag(name = "alerts", description = "What the rules detected.")
@RequestMapping(path = "/api/v1/alerts", produces = MediaType.APPLICATION_JSON_VALUE)
public final class AlertsController {

    /** A quarter of the connections that all readers share. */
    private static final int MOST_SUMMARIES = 2;

    private static final Duration SUMMARY_PATIENCE = Duration.ofSeconds(5);

    private final AlertQueries queries;
    private final BoundedSummaries summaries;

    public AlertsController(AlertQueries queries, AlertSummaries summaries) {
        this.queries = queries;
        this.summaries = new BoundedSummaries(summaries::of, MOST_SUMMARIES, SUMMARY_PATIENCE);
    }

    @Operation(
            operationId = "listAlerts",
            summary = "List alerts",
            description =
                    "Those that fit all that is asked, page by page: `next` of an answer is `after` of the next call, and no alert"
                            + " comes twice, whatever is stored meanwhile. What only the events of alerts can answer is looked for"
                            + " in 10,000 alerts at most; if the answer is `partial` then, there may be more behind `next`."
                            + FilterParameters.FIELDS,
            parameters = {
                @Parameter(
                        name = "limit",
                        in = ParameterIn.QUERY,
                        description = "Alerts on a page, at most. Large ones may make it end early.",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100")),
                @Parameter(
                        name = "sort",
                        in = ParameterIn.QUERY,
                        description = "What decides the order; `detected_at` is the order in which alerts were stored.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"detected_at", "event_time", "severity", "risk_score"},
                                        defaultValue = "detected_at")),
                @Parameter(
                        name = "order",
                        in = ParameterIn.QUERY,
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"desc", "asc"},
                                        defaultValue = "desc")),
                @Parameter(
                        name = "after",
                        in = ParameterIn.QUERY,
                        description = "`next` of the answer before.",
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
            })
    @ApiResponse(responseCode = "200", description = "A page of alerts.")
    @Refusal.ParameterWrong
    @Refusal.StoreUnreadable
    @FilterParameters
    @GetMapping
    AlertList list(@Parameter(hidden = true) HttpServletRequest request) {
        ListTerms terms = ListTerms.of(request, queries.limits().page());
        return AlertList.of(queries.page(terms.filter(), terms.sort(), terms.after(), terms.limit()), terms);
    }

    @Operation(
            operationId = "summarizeAlerts",
            summary = "Count alerts",
            description =
                    "By rule, severity, status, tactic, and hour of the events in UTC. Where fields of events or `text` are asked,"
                            + " the latest 10,000 alerts are looked at, and the answer says with `partial` whether there are"
                            + " more." + FilterParameters.FIELDS)
    @ApiResponse(responseCode = "200", description = "How many there are of what.")
    @Refusal.ParameterWrong
    @Refusal.StoreUnreadable
    @FilterParameters
    @GetMapping("/summary")
    AlertSummary summary(@Parameter(hidden = true) HttpServletRequest request) {
        return summaries.of(FilterReader.read(Parameters.of(request)));
    }

    @Operation(
            operationId = "getAlert",
            summary = "Show an alert",
            description =
                    "With all that was changed of it, the first change first. In another format than `native` the answer is"
                            + " `{\"alerts\", \"history\"}`, as an alert may have several documents then.")
    @ApiResponse(
            responseCode = "200",
            description = "The alert.",
            content = @Content(schema = @Schema(implementation = AlertDetail.class)))
    @Refusal.AlertMissing
    @Refusal.ParameterWrong
    @Refusal.StoreUnreadable
    @GetMapping("/{id}")
    ResponseEntity<Object> one(
            @Parameter(description = "Its id.") @PathVariable("id") String id,
            @Parameter(
                            description = ShownAlerts.DESCRIPTION,
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"native", "kibana", "ecs", "ocsf"},
                                            defaultValue = "native"))
                    @RequestParam(name = ShownAlerts.PARAMETER, required = false)
                    @Nullable
                    String format) {
        return answer(queries, id, ShownAlerts.format(format));
    }

    /** An alert as it is now, with its version. */
    static ResponseEntity<Object> answer(AlertQueries queries, String id, AlertFormat format) {
        Alert alert = queries.find(id)
                .map(KeptAlert::alert)
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, Problem.ALERT_NOT_FOUND, id));
        Object shown = format == AlertFormat.NATIVE
                ? new AlertDetail(alert, queries.history(id))
                : new AlertDocumentsDetail(ShownAlerts.of(List.of(alert), format), queries.history(id));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(AlertVersion.of(alert))
                .body(shown);
    }
}
