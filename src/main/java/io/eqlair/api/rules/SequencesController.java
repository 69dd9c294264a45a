package io.eqlair.api.rules;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.PageBounds;
import io.eqlair.api.http.Refusal;
import io.eqlair.catalog.LiveRules;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.PendingSequences;
import io.eqlair.engine.sequence.PendingPage;
import io.eqlair.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What sequence and sample rules wait for at the moment. */
@RestController
@Tag(name = "rules")
public final class SequencesController {

    private final LiveRules rules;
    private final DetectionEngine engine;

    public SequencesController(LiveRules rules, DetectionEngine engine) {
        this.rules = rules;
        this.engine = engine;
    }

    @Operation(
            operationId = "listPendingSequences",
            summary = "Show what a rule waits for",
            description =
                    "The sequences and samples of a rule that have begun and are not complete; none for a rule of single"
                            + " events.")
    @ApiResponse(responseCode = "200", description = "A page of pending sequences.")
    @Refusal.ParameterWrong
    @Refusal.RuleMissing
    @GetMapping(path = "/api/v1/rules/{rule_id}/sequences", produces = MediaType.APPLICATION_JSON_VALUE)
    SequencePage list(
            @Parameter(description = "Its id.") @PathVariable("rule_id") String id,
            @Parameter(
                            description = "Which page, from 0.",
                            schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
                    @RequestParam(defaultValue = "0")
                    int page,
            @Parameter(
                            description = "Sequences on a page.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
                    @RequestParam(defaultValue = "100")
                    int size) {
        PageBounds.check(page, size);
        if (rules.catalog().flatMap(catalog -> catalog.find(id)).isEmpty()) {
            throw new ApiProblem(HttpStatus.NOT_FOUND, Problem.RULE_NOT_FOUND, id);
        }
        PendingSequences pending = engine.pending(id.toLowerCase(Locale.ROOT));
        PendingPage found = pending == null ? new PendingPage(List.of(), 0) : pending.page((long) page * size, size);
        List<PendingSequence> shown = found.shown().stream()
                .map(one -> PendingSequence.of(one, pending, engine.newest()))
                .toList();
        return new SequencePage(shown, page, size, Math.toIntExact(found.total()));
    }

    /** One page of pending sequences, the key that was touched longest ago first in each shard. */
    record SequencePage(List<PendingSequence> sequences, int page, int size, int total) {}
}
