package io.eqlair.rule;

/** A text cannot be read at all, neither as a rule nor as something else. */
final class RuleRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final transient RuleProblem problem;

    RuleRefused(RuleProblem problem) {
        super(problem.text());
        this.problem = problem;
    }

    RuleProblem problem() {
        return problem;
    }
}
