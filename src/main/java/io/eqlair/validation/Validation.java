package io.eqlair.validation;

import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleState;
import io.eqlair.repository.Skipped;
import io.eqlair.rule.RuleProblem;
import java.util.List;

/**
 * What was found in the rules of one piece of bytes.
 *
 * @param rules in the order of their files
 * @param skipped files and lines that hold no rule
 */
public record Validation(List<ValidatedRule> rules, List<Skipped> skipped) {

    public Validation {
        rules = List.copyOf(rules);
        skipped = List.copyOf(skipped);
    }

    /** How many problems of a level there are, in all rules but those of a type that is not run here. */
    public long count(RuleProblem.Level level) {
        return rules.stream()
                .filter(rule -> rule.entry().state() != RuleState.UNSUPPORTED)
                .flatMap(rule -> rule.problems().stream())
                .filter(problem -> problem.level() == level)
                .count();
    }

    /**
     * One rule.
     *
     * @param entry what became of its file
     * @param problems errors and warnings in the order of the file
     */
    public record ValidatedRule(RuleEntry entry, List<RuleProblem> problems) {

        public ValidatedRule {
            problems = List.copyOf(problems);
        }
    }
}
