package io.eqlair.api.rules;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.ProblemBody;
import io.eqlair.catalog.LiveRules;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.format.Notation;
import io.eqlair.rule.format.TomlWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The file of the rule that is in force. */
@RestController
@Tag(name = "rules")
public final class RuleSourceController {

    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final String TOML = "application/toml";

    private final LiveRules rules;

    public RuleSourceController(LiveRules rules) {
        this.rules = rules;
    }

    @Operation(
            operationId = "getRuleSource",
            summary = "Show the file of a rule",
            description =
                    "The text that the rule in force was read from, as TOML: of a stale rule the version that runs. A rule that"
                            + " came as JSON is written down as TOML. It can be put again.")
    @ApiResponse(
            responseCode = "200",
            description = "The rule.",
            content = @Content(mediaType = TOML, schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such rule, or its file could not be read as a rule.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @GetMapping(path = "/api/v1/rules/{rule_id}/source", produces = TOML)
    byte[] source(@Parameter(description = "Its id.") @PathVariable("rule_id") String id) {
        RuleFile.Loaded file = rules.catalog()
                .flatMap(catalog -> catalog.find(id))
                .map(RuleEntry::file)
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, Problem.RULE_NOT_FOUND, id));
        boolean toml = file.text().notation() == Notation.TOML;
        return (toml ? file.text().text() : TomlWriter.write(file.content())).getBytes(StandardCharsets.UTF_8);
    }
}
