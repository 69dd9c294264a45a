package io.eqlair.catalog;

import io.eqlair.engine.RuleCost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rules that cost more than they may. It is shown the costs now and then, and needs no clock. Not thread-safe.
 *
 * <p>A rule is judged by spans: each is over after so many events, or as soon as the rule has spent what it may spend in all of
 * it. It is over its budget after three dear spans in a row, and stays so until a span is not dear:
 *
 * <pre>
 * budget 20 µs, span 10,000 events: 200 ms
 *
 * events   0         10,000    20,000  23,000    26,000
 * spent    0 ms      60 ms     410 ms  640 ms    860 ms
 *          |--within-|--dear---|-dear--|--dear---|  over: 800 ms for 16,000 events
 * </pre>
 *
 * <p>Three, because a single sample stands for 64 events, and may hold a pause of the machine. That a span may end early
 * keeps a rule that takes seconds from being judged after hours.
 */
final class CostGuard {

    private static final int DEAR_SPANS = 3;

    private final CostBudget budget;
    private Map<String, Ledger> ledgers = new HashMap<>();

    CostGuard(CostBudget budget) {
        this.budget = budget;
    }

    /** Looks at the costs of all rules that run, and tells what has changed since the last time. */
    List<CostFinding> judge(List<RuleCost> costs) {
        List<CostFinding> findings = new ArrayList<>();
        Map<String, Ledger> known = ledgers;
        ledgers = new HashMap<>();
        for (RuleCost cost : costs) {
            Ledger ledger = known.get(cost.ruleId());
            if (ledger == null || !ledger.contentHash.equals(cost.contentHash())) {
                ledger = new Ledger(cost.contentHash());
                foresee(cost, findings);
            }
            ledgers.put(cost.ruleId(), ledger);
            CostFinding finding = ledger.update(cost);
            if (finding != null) {
                findings.add(finding);
            }
        }
        return findings;
    }

    private void foresee(RuleCost cost, List<CostFinding> findings) {
        if (cost.estimate() > budget.nanos()) {
            findings.add(new CostFinding.Foreseen(cost.ruleId(), cost.estimate(), budget.nanos()));
        }
    }

    /** The rules that are over their budget. */
    Set<String> over() {
        return ledgers.entrySet().stream()
                .filter(entry -> entry.getValue().over())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where a rule was when a span began. */
    private record Mark(long events, double spent) {

        private static final Mark START = new Mark(0, 0);

        private static Mark of(RuleCost cost) {
            return new Mark(cost.events(), cost.measured() * cost.events());
        }
    }

    /** What is kept of one rule. */
    private final class Ledger {

        private final String contentHash;
        private Mark spanBegan = Mark.START;
        private Mark firstDearBegan = Mark.START;
        private int dearInRow;

        private Ledger(String contentHash) {
            this.contentHash = contentHash;
        }

        private boolean over() {
            return dearInRow >= DEAR_SPANS;
        }

        private @Nullable CostFinding update(RuleCost cost) {
            Mark now = Mark.of(cost);
            long events = now.events - spanBegan.events;
            boolean dear = now.spent - spanBegan.spent > budget.nanos() * Math.max(events, budget.span());
            if (!dear && events < budget.span()) {
                return null;
            }
            CostFinding finding = dear ? dear(cost, now) : cheap(cost);
            spanBegan = now;
            return finding;
        }

        private @Nullable CostFinding dear(RuleCost cost, Mark now) {
            if (dearInRow == 0) {
                firstDearBegan = spanBegan;
            }
            if (++dearInRow != DEAR_SPANS) {
                return null;
            }
            long events = now.events - firstDearBegan.events;
            double mean = (now.spent - firstDearBegan.spent) / Math.max(1, events);
            return new CostFinding.Exceeded(cost.ruleId(), contentHash, mean, events, budget.nanos());
        }

        private @Nullable CostFinding cheap(RuleCost cost) {
            boolean wasOver = over();
            dearInRow = 0;
            return wasOver ? new CostFinding.Kept(cost.ruleId()) : null;
        }
    }
}
