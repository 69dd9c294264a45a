package io.eqlair.api;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.Refusal;
import io.eqlair.attack.AttackMatrix;
import io.eqlair.attack.Coverage;
import io.eqlair.attack.CoveredRule;
import io.eqlair.attack.NavigatorLayer;
import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.RuleCatalog;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.problem.Problem;
import io.swagger.v3.oas.annotations.ExternalDocumentation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How much of MITRE ATT&amp;CK the rules cover. */
@RestController
@Tag(name = "attack", description = "How much of MITRE ATT&CK the rules cover.")
@RequestMapping(path = "/api/v1/attack", produces = MediaType.APPLICATION_JSON_VALUE)
public final class AttackController {

    private static final String FILE = "eqlair-attack-layer.json";

    private final LiveRules rules;
    private final AttackMatrix matrix;
    private final DetectionEngine engine;

    public AttackController(LiveRules rules, AttackMatrix matrix, DetectionEngine engine) {
        this.rules = rules;
        this.matrix = matrix;
        this.engine = engine;
    }

    @Operation(
            operationId = "getAttackCoverage",
            summary = "Show what the rules cover",
            description =
                    "Tactics, below them techniques, below them rules. A technique is covered by rules that are active and"
                            + " whose fields events have carried. Rules come first: what the table of ATT&CK does not"
                            + " know is shown with `known: false`.")
    @ApiResponse(responseCode = "200", description = "The coverage.")
    @Refusal.ParameterWrong
    @Refusal.RulesLoading
    @GetMapping("/coverage")
    Coverage coverage(
            @Parameter(
                            description = "Also the techniques that no rule names.",
                            schema = @Schema(type = "boolean", defaultValue = "false"))
                    @RequestParam(defaultValue = "false")
                    boolean all) {
        return Coverage.of(matrix, covered(), all);
    }

    @Operation(
            operationId = "getAttackLayer",
            summary = "Download the coverage for the ATT&CK Navigator",
            description =
                    "A layer in format 4.5, to be opened in the Navigator. The score of a technique is how many rules are"
                            + " active and have had their fields seen; 0 is for rules that are loaded and cannot fire."
                            + " `/api/v1/attack/layer` answers the same.",
            externalDocs =
                    @ExternalDocumentation(
                            description = "The format of layers",
                            url =
                                    "https://github.com/mitre-attack/attack-navigator/blob/master/layers/spec/v4.5/layerformat.md"))
    @ApiResponse(
            responseCode = "200",
            description = "The layer.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(type = "object", description = "A layer, as its format says.")))
    @Refusal.RulesLoading
    @GetMapping("/coverage/layer")
    ResponseEntity<NavigatorLayer> layer() {
        ContentDisposition file = ContentDisposition.attachment().filename(FILE).build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(NavigatorLayer.of(Coverage.of(matrix, covered(), false)));
    }

    @Operation(hidden = true)
    @GetMapping("/layer")
    ResponseEntity<NavigatorLayer> alias() {
        return layer();
    }

    private List<CoveredRule> covered() {
        RuleCatalog catalog = rules.catalog()
                .orElseThrow(() -> new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, Problem.RULES_LOADING));
        return CoveredRule.all(catalog.entries(), engine.evidence());
    }
}
