package io.eqlair.api;

import io.eqlair.engine.DetectionEngine;
import io.eqlair.problem.Problem;
import io.eqlair.rule.LiveRules;
import io.eqlair.rule.RuleCatalog;
import io.eqlair.rule.RuleEntry;
import io.eqlair.rule.RuleState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules that were loaded, and what became of each. */
@RestController
@RequestMapping(path = "/api/v1/rules", produces = MediaType.APPLICATION_JSON_VALUE)
public final class RulesController {

    private final LiveRules rules;
    private final DetectionEngine engine;

    public RulesController(LiveRules rules, DetectionEngine engine) {
        this.rules = rules;
        this.engine = engine;
    }

    @GetMapping
    RulePage list(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(required = false) @Nullable String state) {
        PageBounds.check(page, size);
        List<RuleEntry> found = found(state);
        List<RuleSummary> shown = found.stream()
                .skip((long) page * size)
                .limit(size)
                .map(RuleSummary::of)
                .toList();
        return new RulePage(shown, page, size, found.size());
    }

    @GetMapping("/{rule_id}")
    RuleDetail one(@PathVariable("rule_id") String id) {
        return catalog()
                .find(id)
                .map(entry -> RuleDetail.of(entry, engine))
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, Problem.RULE_NOT_FOUND, id));
    }

    private List<RuleEntry> found(@Nullable String state) {
        List<RuleEntry> all = catalog().entries();
        if (state == null || state.isEmpty()) {
            return all;
        }
        RuleState wanted = RuleState.parse(state)
                .orElseThrow(() -> new ApiProblem(HttpStatus.BAD_REQUEST, Problem.PARAMETER_STATE, state));
        return all.stream().filter(entry -> entry.state() == wanted).toList();
    }

    private RuleCatalog catalog() {
        return rules.catalog().orElseThrow(() -> new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, Problem.RULES_LOADING));
    }
}
