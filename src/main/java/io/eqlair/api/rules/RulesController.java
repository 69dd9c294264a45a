package io.eqlair.api.rules;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.PageBounds;
import io.eqlair.api.http.Refusal;
import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.RuleCatalog;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleVersion;
import io.eqlair.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules that were loaded, and what became of each. */
@RestController
@Tag(name = "rules", description = "What was loaded, and what became of it.")
@RequestMapping(path = "/api/v1/rules", produces = MediaType.APPLICATION_JSON_VALUE)
public final class RulesController {

    private final LiveRules rules;
    private final RuleDetails details;
    private final RuleWarnings warnings;

    public RulesController(LiveRules rules, RuleDetails details, RuleWarnings warnings) {
        this.rules = rules;
        this.details = details;
        this.warnings = warnings;
    }

    @Operation(
            operationId = "listRules",
            summary = "List the rules",
            description =
                    "With the state of each, and what those cost that run. `?sort=cost&size=10` are the ten dearest.")
    @ApiResponse(responseCode = "200", description = "A page of rules.")
    @Refusal.ParameterWrong
    @Refusal.RulesLoading
    @GetMapping
    RulePage list(
            @Parameter(
                            description = "Which page, from 0.",
                            schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
                    @RequestParam(defaultValue = "0")
                    int page,
            @Parameter(
                            description = "Rules on a page.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
                    @RequestParam(defaultValue = "100")
                    int size,
            @ParameterObject RuleFilter filter,
            @Parameter(
                            description =
                                    "What comes first: what raised most alerts, the dearest, the first by name, the gravest, or the"
                                            + " active."
                                            + " Without it rules come in the order of their files.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"alerts", "cost", "name", "severity", "state"}))
                    @RequestParam(required = false)
                    @Nullable
                    String sort) {
        PageBounds.check(page, size);
        filter.checked();
        RuleFigures figures = details.figures();
        List<RuleEntry> found = sorted(found(filter, figures), sort, figures);
        List<RuleSummary> shown = found.stream()
                .skip((long) page * size)
                .limit(size)
                .parallel()
                .map(entry -> RuleSummary.of(warnings.withoutNotes(entry), figures))
                .toList();
        return new RulePage(shown, page, size, found.size());
    }

    @Operation(
            operationId = "getRule",
            summary = "Show a rule",
            description = "What its file says, what became of it, what it costs, and all that is wrong with it.")
    @ApiResponse(responseCode = "200", description = "The rule.")
    @Refusal.RuleMissing
    @Refusal.RulesLoading
    @GetMapping("/{rule_id}")
    ResponseEntity<RuleDetail> one(
            @Parameter(description = "Its id.", example = "adb961e0-cb74-42a0-af9e-29fc41f88f5f")
                    @PathVariable("rule_id")
                    String id) {
        RuleEntry entry =
                catalog().find(id).orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, Problem.RULE_NOT_FOUND, id));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        String version = RuleVersion.of(entry);
        if (version != null) {
            answer.eTag(version);
        }
        return answer.body(details.of(entry, details.figures()));
    }

    private List<RuleEntry> found(RuleFilter filter, RuleFigures figures) {
        return catalog().entries().stream()
                .filter(entry -> filter.accepts(entry, figures))
                .parallel()
                .filter(entry -> filter.acceptsProblems(entry, warnings))
                .toList();
    }

    private static List<RuleEntry> sorted(List<RuleEntry> entries, @Nullable String sort, RuleFigures figures) {
        if (sort == null || sort.isEmpty()) {
            return entries;
        }
        RuleOrder order = RuleOrder.parse(sort)
                .orElseThrow(() -> new ApiProblem(HttpStatus.BAD_REQUEST, Problem.PARAMETER_SORT, sort));
        return entries.stream().sorted(order.comparator(figures)).toList();
    }

    private RuleCatalog catalog() {
        return rules.catalog().orElseThrow(() -> new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, Problem.RULES_LOADING));
    }
}
