package io.eqlair.api.rules;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.PageBounds;
import io.eqlair.api.http.Refusal;
import io.eqlair.problem.Problem;
import io.eqlair.repository.AuditEntry;
import io.eqlair.repository.AuditLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who changed what. */
@RestController
@Tag(name = "rules")
public final class AuditController {

    private final AuditLog audit;

    public AuditController(AuditLog audit) {
        this.audit = audit;
    }

    @Operation(
            operationId = "listAudit",
            summary = "Show who changed which rules, exceptions and value lists",
            description = "The latest changes that were made through the API, the last one first.")
    @ApiResponse(responseCode = "200", description = "Changes.")
    @Refusal.ParameterWrong
    @GetMapping(path = "/api/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    AuditPage list(
            @Parameter(description = "Only changes of this rule.")
                    @RequestParam(name = "rule_id", required = false)
                    @Nullable
                    String ruleId,
            @Parameter(
                            description = "How many, at most.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
                    @RequestParam(defaultValue = "100")
                    int size) {
        PageBounds.check(0, size);
        try {
            AuditLog.Latest latest = audit.latest(ruleId, size);
            return new AuditPage(latest.entries(), latest.unreadable());
        } catch (IOException e) {
            throw new ApiProblem(
                    HttpStatus.INTERNAL_SERVER_ERROR, Problem.AUDIT_UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Changes.
     *
     * @param entries the last one first
     * @param unreadable lines of the log that were broken off
     */
    record AuditPage(List<AuditEntry> entries, int unreadable) {}
}
