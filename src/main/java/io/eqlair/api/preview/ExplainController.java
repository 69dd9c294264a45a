package io.eqlair.api.preview;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.Examples;
import io.eqlair.api.http.ProblemBody;
import io.eqlair.api.http.Refusal;
import io.eqlair.api.http.RequestBytes;
import io.eqlair.api.http.RequestEnvelope;
import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.RuleDefinitions;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleState;
import io.eqlair.engine.CheckedRule;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.PendingSequences;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.Event;
import io.eqlair.event.EventRejected;
import io.eqlair.exceptions.LiveExceptions;
import io.eqlair.explain.Explainer;
import io.eqlair.explain.Explanation;
import io.eqlair.ingest.IngestLimits;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.problem.Problem;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleProblem;
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
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Why an event matches a rule, or does not. */
@RestController
@Tag(name = "rules")
public final class ExplainController {

    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final LiveRules rules;
    private final DetectionEngine engine;
    private final EngineSettings settings;
    private final IngestLimits limits;
    private final LiveExceptions exceptions;
    private final InstantSource clock;

    public ExplainController(
            LiveRules rules,
            DetectionEngine engine,
            EngineSettings settings,
            IngestLimits limits,
            LiveExceptions exceptions,
            InstantSource clock) {
        this.rules = rules;
        this.engine = engine;
        this.settings = settings;
        this.limits = limits;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    @Operation(
            operationId = "explainRule",
            summary = "Explain why an event matches a rule, or does not",
            description =
                    "Takes one event and answers the rule's condition as a tree: each part with its verdict, the values it saw,"
                            + " why it does not hold, and its place in the query. Parts that need not be asked are asked all"
                            + " the same. Of a sequence or sample each item is explained, and what is pending for the event's"
                            + " keys. `exceptions` are those that keep the event out. The event is not shown to any rule, and nothing is remembered of it.",
            parameters =
                    @Parameter(
                            name = "index",
                            in = ParameterIn.QUERY,
                            description = "The index of the event, if it names none itself.",
                            example = "logs-endpoint.events.process-default",
                            schema = @Schema(type = "string")),
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(type = "object"),
                                            examples =
                                                    @ExampleObject(
                                                            name = "nothing-fires",
                                                            summary = "Netcat only connects: why is there no alert?",
                                                            value = Examples.NOTHING_FIRES))))
    @ApiResponse(responseCode = "200", description = "The verdict, and what led to it.")
    @ApiResponse(
            responseCode = "400",
            description = "The body is empty, is not one JSON object, or cannot be unpacked.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @Refusal.RuleMissing
    @ApiResponse(
            responseCode = "409",
            description = "The rule was rejected or is unsupported, so that it has no condition to explain.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "413",
            description = "The event is larger than the limit.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @Refusal.EncodingUnknown
    @Refusal.RulesLoading
    @PostMapping(path = "/api/v1/rules/{rule_id}/explain", produces = MediaType.APPLICATION_JSON_VALUE)
    ExplainAnswer explain(
            @Parameter(description = "Its id.", example = "adb961e0-cb74-42a0-af9e-29fc41f88f5f")
                    @PathVariable("rule_id")
                    String id,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        RuleEntry entry = entry(id);
        CheckedRule rule = checked(entry);
        Explainer explainer = new Explainer(rule, settings, EqlLimits.DEFAULT, clock);
        Event event = event(request, explainer);
        PendingSequences pending = engine.pending(rule.definition().id());
        Explanation explanation = explainer.explain(event, pending);
        List<KeptOut> keptOut =
                KeptOut.of(entry, explanation, event.stored().source(), exceptions.set(), settings, clock);
        return ExplainAnswer.of(entry, explanation, pending, engine.newest(), keptOut);
    }

    private RuleEntry entry(String id) {
        return rules.catalog()
                .orElseThrow(() -> new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, Problem.RULES_LOADING))
                .find(id)
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, Problem.RULE_NOT_FOUND, id));
    }

    /** A rule that is disabled is in order, and can be explained all the same. */
    private static CheckedRule checked(RuleEntry entry) {
        Rule rule = entry.rule();
        if (rule == null || entry.state() == RuleState.REJECTED || entry.state() == RuleState.UNSUPPORTED) {
            String reasons = entry.problems().stream().map(RuleProblem::text).collect(Collectors.joining("\n"));
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    Problem.EXPLAIN_RULE_NOT_RUN,
                    String.valueOf(entry.id()),
                    entry.state().text(),
                    reasons);
        }
        return CheckedRule.of(RuleDefinitions.of(rule), EqlLimits.DEFAULT);
    }

    private Event event(HttpServletRequest request, Explainer explainer) throws IOException {
        byte[] document = RequestBytes.start(request, limits.eventBytes());
        if (document.length == 0) {
            throw new BodyRejected(Problem.BODY_EMPTY);
        }
        try {
            return explainer.reader().read(document, RequestEnvelope.of(request));
        } catch (EventRejected bad) {
            if (bad.problem() == Problem.EVENT_NOT_AN_OBJECT) {
                throw new ApiProblem(HttpStatus.BAD_REQUEST, Problem.EXPLAIN_ONE_EVENT, bad.reason());
            }
            throw BodyRejected.ofDocument(document, bad);
        }
    }
}
