package io.eqlair.api.rules;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.ControlLog;
import io.eqlair.api.http.Refusal;
import io.eqlair.catalog.LiveRules;
import io.eqlair.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the files of rules anew, and tells what came of it. Files that change are read without being asked, too. */
@RestController
@Tag(name = "rules")
@RequestMapping(path = "/api/v1/rules/reload", produces = MediaType.APPLICATION_JSON_VALUE)
public final class ReloadController {

    private final LiveRules rules;
    private final ControlLog audit;

    public ReloadController(LiveRules rules, ControlLog audit) {
        this.rules = rules;
        this.audit = audit;
    }

    @Operation(
            operationId = "reloadRules",
            summary = "Read the rules anew",
            description =
                    "All in one step: requests under way finish on the rules they began with, what unchanged rules remember"
                            + " stays, and a file that is not in order any more leaves its last good version running.")
    @ApiResponse(responseCode = "200", description = "What it changed.")
    @PostMapping
    ReloadAnswer reload(@Parameter(hidden = true) HttpServletRequest request) {
        audit.call(request, "reload", "rules");
        return ReloadAnswer.of(rules.load());
    }

    @Operation(
            operationId = "lastReload",
            summary = "Show the last load of the rules",
            description = "Whatever caused it: the start, a file that changed, or a call.")
    @ApiResponse(responseCode = "200", description = "What it changed.")
    @Refusal.RulesLoading
    @GetMapping
    ReloadAnswer last() {
        return rules.last()
                .map(ReloadAnswer::of)
                .orElseThrow(() -> new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, Problem.RULES_LOADING));
    }
}
