package io.eqlair.catalog;

import io.eqlair.catalog.CostFinding.Exceeded;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.RuleCost;
import io.eqlair.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the rules cost, and what is done about those that cost more than they may. Thread-safe. */
public final class RuleCosts {

    private static final Logger LOG = LoggerFactory.getLogger(RuleCosts.class);

    private final LiveRules rules;
    private final DetectionEngine engine;
    private final CostBudget budget;
    private final CostGuard guard;
    private volatile Set<String> over = Set.of();

    public RuleCosts(LiveRules rules, DetectionEngine engine, CostBudget budget) {
        this.rules = rules;
        this.engine = engine;
        this.budget = budget;
        this.guard = new CostGuard(budget);
    }

    /** What each of the rules that run costs. */
    public List<RuleCost> all() {
        return engine.costs();
    }

    /** Whether a rule runs and costs more than it may. */
    public boolean isOverBudget(String ruleId) {
        return over.contains(ruleId);
    }

    /** How many rules cost more than they may; those that were stopped for it are among them. */
    public int overBudget() {
        return over.size() + rules.quarantined();
    }

    /** Looks for rules that cost more than they may. To be called about once a second. */
    public synchronized void check() {
        List<Exceeded> exceeded = new ArrayList<>();
        for (CostFinding finding : guard.judge(engine.costs())) {
            switch (finding) {
                case CostFinding.Foreseen foreseen -> LOG.warn("{}: {}", name(foreseen), foreseen.text());
                case Exceeded excess -> {
                    Problem problem = budget.quarantine() ? Problem.RULE_QUARANTINED : Problem.RULE_COST_EXCEEDED;
                    LOG.warn("{}: {}", name(excess), problem.text(excess.arguments()));
                    exceeded.add(excess);
                }
                case CostFinding.Kept kept -> LOG.info("{}: The rule is within its budget again.", name(kept));
            }
        }
        if (!budget.quarantine()) {
            over = guard.over();
        } else if (!exceeded.isEmpty()) {
            rules.quarantine(exceeded);
        }
    }

    /** As a line of the log begins: its file and its name. */
    private String name(CostFinding finding) {
        return rules.catalog()
                .flatMap(catalog -> catalog.find(finding.ruleId()))
                .map(entry -> entry.origin() + ": " + entry.name())
                .orElse(finding.ruleId());
    }
}
