package io.eqlair.api.alerts;

import io.eqlair.access.Caller;
import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.Callers;
import io.eqlair.api.http.ControlLog;
import io.eqlair.api.http.ProblemBody;
import io.eqlair.api.http.Refusal;
import io.eqlair.api.http.RequestBytes;
import io.eqlair.format.AlertFormat;
import io.eqlair.problem.Problem;
import io.eqlair.store.AlertPage;
import io.eqlair.store.AlertPosition;
import io.eqlair.store.AlertQueries;
import io.eqlair.store.AlertSort;
import io.eqlair.store.AlertTriage;
import io.eqlair.store.TriageChange;
import io.eqlair.store.TriageOutcome;
import io.eqlair.store.TriageResult;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people say of alerts. */
@RestController
@Tag(name = "alerts")
@RequestMapping(path = "/api/v1/alerts", produces = MediaType.APPLICATION_JSON_VALUE)
public final class TriageController {

    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final int MOST_BYTES = 1 << 20;

    /** Alerts that one call with a filter looks at. */
    private static final int MOST_FITTING = 10_000;

    private final AlertQueries queries;
    private final AlertTriage triage;
    private final ControlLog audit;

    public TriageController(AlertQueries queries, AlertTriage triage, ControlLog audit) {
        this.queries = queries;
        this.triage = triage;
        this.audit = audit;
    }

    @Operation(
            operationId = "patchAlert",
            summary = "Say what is with an alert",
            description =
                    "What is left out stays as it is; null takes a value away. What was said before is kept in the alert's"
                            + " history. `If-Match` with the ETag of an alert guards against overwriting what somebody else said"
                            + " meanwhile; that detections were counted on it meanwhile does not matter.",
            parameters =
                    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, schema = @Schema(type = "string")),
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = TriageBody.class))))
    @ApiResponse(
            responseCode = "200",
            description = "The alert as it is now.",
            content = @Content(schema = @Schema(implementation = AlertDetail.class)))
    @ApiResponse(
            responseCode = "400",
            description = "The body says nothing that can be changed.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @Refusal.AlertMissing
    @ApiResponse(
            responseCode = "412",
            description = "The alert is in another version than `If-Match` says.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @Refusal.BodyTooLarge
    @Refusal.EncodingUnknown
    @Refusal.StoreUnreadable
    @PatchMapping("/{id}")
    ResponseEntity<Object> one(
            @Parameter(description = "Its id.") @PathVariable("id") String id,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        var change = TriageReader.one(body(request), by(request));
        switch (triage.change(id, change, AlertVersion.wanted(request))) {
            case TriageOutcome.Done() -> audit.alert(request, id, fields(change));
            case TriageOutcome.Missing() -> throw new ApiProblem(HttpStatus.NOT_FOUND, Problem.ALERT_NOT_FOUND, id);
            case TriageOutcome.Outdated(long version) ->
                throw new ApiProblem(HttpStatus.PRECONDITION_FAILED, Problem.ALERT_OUTDATED, version);
        }
        return AlertsController.answer(queries, id, AlertFormat.NATIVE);
    }

    @Operation(
            operationId = "patchAlerts",
            summary = "Say the same of several alerts",
            description =
                    "Of those with some ids, at most 1,000, or of all that fit a filter, of which one call looks at 10,000 at most"
                            + " in the order in which they were stored: if the answer is `partial`, send the same with its `next` as"
                            + " `after`. A filter has the names of the list's parameters, and leaves out building blocks likewise.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = BulkBody.class))))
    @ApiResponse(responseCode = "200", description = "How many were changed.")
    @ApiResponse(
            responseCode = "400",
            description = "The body does not say which alerts are meant, or nothing that can be changed.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @Refusal.BodyTooLarge
    @Refusal.EncodingUnknown
    @Refusal.StoreUnreadable
    @PatchMapping
    BulkAnswer several(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
        BulkTriage wanted = TriageReader.several(body(request), by(request));
        BulkAnswer answer = switch (wanted) {
            case BulkTriage.Named named -> named(named);
            case BulkTriage.Fitting fitting -> fitting(fitting);
        };
        audit.alert(request, null, fields(wanted.change()) + " of " + answer.updated() + " alerts");
        return answer;
    }

    private BulkAnswer named(BulkTriage.Named wanted) {
        TriageResult result = triage.change(wanted.ids(), wanted.change());
        return new BulkAnswer(result.updated(), result.unchanged(), result.missing(), false, null);
    }

    /** Page by page, so that whoever stores alerts can do so between. */
    private BulkAnswer fitting(BulkTriage.Fitting wanted) {
        int updated = 0;
        int unchanged = 0;
        int looked = 0;
        List<String> missing = new ArrayList<>();
        @Nullable AlertPosition at = wanted.after();
        boolean more = true;
        while (more) {
            AlertPage page = queries.page(wanted.filter(), AlertSort.STORED, at, AlertTriage.MOST_IDS);
            List<String> ids =
                    page.alerts().stream().map(kept -> kept.alert().id()).toList();
            TriageResult result = triage.change(ids, wanted.change());
            updated += result.updated();
            unchanged += result.unchanged();
            missing.addAll(result.missing());
            looked += ids.size();
            at = page.next();
            more = at != null && !page.partial() && looked < MOST_FITTING;
        }
        return new BulkAnswer(updated, unchanged, missing, at != null, Cursor.of(at, AlertSort.STORED));
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = RequestBytes.start(request, MOST_BYTES);
        if (body.length > MOST_BYTES) {
            throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, Problem.TRIAGE_TOO_LONG, MOST_BYTES);
        }
        return body;
    }

    /** What was said, in short; the history of each alert has the words. */
    private static String fields(TriageChange change) {
        return change.values().keySet().stream().map(TriageChange.Field::text).collect(Collectors.joining(", "));
    }

    /** Nobody as long as there are no keys. */
    private static @Nullable String by(HttpServletRequest request) {
        Caller caller = Callers.of(request);
        return caller.isAnonymous() ? null : caller.name();
    }
}
