package io.eqlair.catalog;

import io.eqlair.problem.Problem;

/** What is noticed about the cost of a rule. Everything is noticed once. */
sealed interface CostFinding {

    String ruleId();

    /**
     * Judging by its form, it costs more than it may.
     *
     * @param nanos for an average event
     * @param budget likewise
     */
    record Foreseen(String ruleId, double nanos, double budget) implements CostFinding {

        /** How it is told. */
        String text() {
            return Problem.RULE_COST_FORESEEN.text(CostBudget.text(nanos), CostBudget.text(budget));
        }
    }

    /**
     * It has turned out to cost more than it may.
     *
     * @param contentHash of the rule that does
     * @param nanos for an average one of the events
     * @param events for which it was measured
     * @param budget for an average event
     */
    record Exceeded(String ruleId, String contentHash, double nanos, long events, double budget)
            implements CostFinding {

        /** What there is to say, for the problems that tell it. */
        Object[] arguments() {
            return new Object[] {CostBudget.text(nanos), events, CostBudget.text(budget)};
        }
    }

    /** It costs no more than it may again. */
    record Kept(String ruleId) implements CostFinding {}
}
