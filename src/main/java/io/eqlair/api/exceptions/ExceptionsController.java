package io.eqlair.api.exceptions;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.PageBounds;
import io.eqlair.api.http.ProblemBody;
import io.eqlair.api.http.Refusal;
import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.RuleCatalog;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.exceptions.ExceptionItem;
import io.eqlair.exceptions.ExceptionSet;
import io.eqlair.exceptions.ExceptionState;
import io.eqlair.exceptions.ExceptionVersion;
import io.eqlair.exceptions.LiveExceptions;
import io.eqlair.exceptions.Rejected;
import io.eqlair.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
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

/** The exceptions there are, and what came of each. */
@RestController
@Tag(name = "exceptions", description = "What keeps events from rules, kept apart from them.")
@RequestMapping(path = "/api/v1/exceptions", produces = MediaType.APPLICATION_JSON_VALUE)
public final class ExceptionsController {

    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final LiveExceptions live;
    private final LiveRules rules;
    private final ShownExceptions shown;

    public ExceptionsController(LiveExceptions live, LiveRules rules, InstantSource clock) {
        this.live = live;
        this.rules = rules;
        this.shown = new ShownExceptions(live, rules, clock);
    }

    @Operation(
            operationId = "listExceptions",
            summary = "List the exceptions",
            description = "With the state and the hits of each; files that are no exceptions are `rejected`.")
    @ApiResponse(responseCode = "200", description = "A page of exceptions.")
    @Refusal.ParameterWrong
    @Refusal.RuleMissing
    @Refusal.RulesLoading
    @GetMapping
    ExceptionPage list(
            @Parameter(
                            description = "Which page, from 0.",
                            schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
                    @RequestParam(defaultValue = "0")
                    int page,
            @Parameter(
                            description = "Exceptions on a page.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
                    @RequestParam(defaultValue = "100")
                    int size,
            @Parameter(description = "Only those for this rule.")
                    @RequestParam(name = "rule_id", required = false)
                    @Nullable
                    String ruleId,
            @Parameter(
                            description = "Only those in this state.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"active", "disabled", "expired", "rejected"}))
                    @RequestParam(required = false)
                    @Nullable
                    String state) {
        PageBounds.check(page, size);
        ExceptionState wanted = state == null ? null : state(state);
        ExceptionSet set = live.set();
        List<ExceptionItem> items = (ruleId == null ? set.items() : itemsFor(ruleId, set))
                .stream()
                        .filter(item -> wanted == null || shown.state(item) == wanted)
                        .toList();
        boolean alsoRejected = ruleId == null && (wanted == null || wanted == ExceptionState.REJECTED);
        List<Rejected> rejected = alsoRejected ? List.copyOf(set.rejected()) : List.of();
        return page(items, rejected, page, size);
    }

    /** Those that are not in order come last. */
    private ExceptionPage page(List<ExceptionItem> items, List<Rejected> rejected, int page, int size) {
        long skipped = (long) page * size;
        List<ShownException> on = Stream.concat(
                        items.stream().skip(skipped).limit(size).map(shown::of),
                        rejected.stream()
                                .skip(Math.max(0, skipped - items.size()))
                                .map(ShownException::of))
                .limit(size)
                .toList();
        return new ExceptionPage(on, page, size, items.size() + rejected.size());
    }

    private static ExceptionState state(String text) {
        return ExceptionState.parse(text)
                .orElseThrow(() -> new ApiProblem(HttpStatus.BAD_REQUEST, Problem.EXCEPTION_STATE, text));
    }

    private List<ExceptionItem> itemsFor(String ruleId, ExceptionSet set) {
        RuleCatalog catalog = rules.catalog()
                .orElseThrow(() -> new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, Problem.RULES_LOADING));
        RuleEntry entry = catalog.find(ruleId)
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, Problem.RULE_NOT_FOUND, ruleId));
        return entry.rule() == null ? List.of() : set.itemsFor(entry.rule());
    }

    @Operation(
            operationId = "getException",
            summary = "Show an exception",
            description = "As it was put, as text for people, with its state and hits.")
    @ApiResponse(responseCode = "200", description = "The exception.")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such exception.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @GetMapping("/{id}")
    ResponseEntity<ShownException> one(@Parameter(description = "Its id.") @PathVariable String id) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        ExceptionItem item = live.set().find(id).orElse(null);
        return item == null
                ? answer.body(rejected(id))
                : answer.eTag(ExceptionVersion.of(item)).body(shown.of(item));
    }

    private ShownException rejected(String id) {
        return live.set().rejected().stream()
                .filter(file -> file.id().equals(id))
                .findFirst()
                .map(ShownException::of)
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, Problem.EXCEPTION_NOT_FOUND, id));
    }
}
