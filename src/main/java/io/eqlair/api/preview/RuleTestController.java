package io.eqlair.api.preview;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.Examples;
import io.eqlair.api.http.ProblemBody;
import io.eqlair.api.http.Refusal;
import io.eqlair.api.http.RequestEnvelope;
import io.eqlair.api.http.RequestMembers;
import io.eqlair.api.http.RequestReader;
import io.eqlair.api.http.ShownAlerts;
import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.RuleCatalog;
import io.eqlair.engine.EngineSettings;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.format.AlertFormat;
import io.eqlair.ingest.EvaluationThreads;
import io.eqlair.ingest.IngestLimits;
import io.eqlair.problem.Problem;
import io.eqlair.repository.RuleBundle;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleLimits;
import io.eqlair.rule.RuleProblem;
import io.eqlair.trial.TrialRules;
import io.eqlair.trial.TrialSettings;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rules over events that the request brings along; the live rules and what they remember stay untouched. */
@RestController
@Tag(name = "rules")
public final class RuleTestController {

    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final LiveRules live;
    private final TrialSettings settings;
    private final InstantSource clock;
    private final RequestReader bodies;
    private final RuleTestReader requests;

    /** The clock says when alerts are detected, and the time of events that do not say theirs. */
    public RuleTestController(
            LiveRules live,
            EngineSettings engine,
            IngestLimits limits,
            EvaluationThreads threads,
            InstantSource clock) {
        this.live = live;
        this.settings = new TrialSettings(engine, limits, threads);
        this.clock = clock;
        this.bodies = new RequestReader(limits, engine.limits());
        this.requests = new RuleTestReader(bodies, new RuleBundle(RuleLimits.DEFAULT));
    }

    @Operation(
            operationId = "testRules",
            summary = "Test rules",
            description =
                    "Shows events to rules that the request brings along (`rules`, each as the text of a TOML file or as a"
                            + " JSON object), to rules that are loaded (`rule_ids`), or to both. They run by themselves: live"
                            + " rules see nothing of it, and nothing is kept. After the last event time passes until all is"
                            + " decided that waits for it. A rule that is switched off runs too; one that is not in order is"
                            + " shown with all that is wrong with it, and the others run.",
            parameters =
                    @Parameter(
                            name = ShownAlerts.PARAMETER,
                            in = ParameterIn.QUERY,
                            description = ShownAlerts.DESCRIPTION,
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"native", "kibana", "ecs", "ocsf"},
                                            defaultValue = "native")),
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = RuleTestBody.class),
                                            examples = {
                                                @ExampleObject(
                                                        name = "rule-of-your-own",
                                                        summary = "A rule that the request brings along",
                                                        value = Examples.RULE_TEST),
                                                @ExampleObject(
                                                        name = "loaded-rule",
                                                        summary = "A rule that is loaded",
                                                        value = Examples.LOADED_RULE_TEST)
                                            })))
    @ApiResponse(responseCode = "200", description = "What the rules detected, and what is wrong with them.")
    @ApiResponse(
            responseCode = "400",
            description = "The request is malformed.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "413",
            description = "The request is larger than the limit, or has too many rules or events.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @Refusal.EncodingUnknown
    @ApiResponse(
            responseCode = "503",
            description = "The request names rules that are loaded, and they are still being loaded.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @PostMapping(path = "/api/v1/rules/test", produces = MediaType.APPLICATION_JSON_VALUE)
    RuleTestAnswer test(@Parameter(hidden = true) HttpServletRequest http) throws IOException {
        long start = System.nanoTime();
        AlertFormat format = ShownAlerts.format(
                RequestEnvelope.parameters(http, List.of(ShownAlerts.PARAMETER)).getFirst(ShownAlerts.PARAMETER));
        RuleTestRequest request = requests.read(bodies.bytes(http));
        TrialRules rules = new TrialRules();
        request.rules().forEach(rules::add);
        addLoaded(request.ruleIds(), rules);
        RuleTestRun run = new RuleTestRun(rules.catalog(EqlLimits.DEFAULT), rules.switchedOff(), settings, clock);
        return run.answer(request, format, start);
    }

    private void addLoaded(List<String> ids, TrialRules rules) {
        for (int at = 0; at < ids.size(); at++) {
            String id = ids.get(at);
            String place = RequestMembers.item("rule_ids", at);
            catalog().find(id).ifPresentOrElse(rules::add, () -> rules.add(missing(id, place)));
        }
    }

    private static RuleFile missing(String id, String place) {
        RuleProblem problem = RuleProblem.of(Problem.RULE_NOT_FOUND, place, null, id);
        return new RuleFile.Rejected(place, id, null, List.of(problem));
    }

    private RuleCatalog catalog() {
        return live.catalog().orElseThrow(() -> new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, Problem.RULES_LOADING));
    }
}
