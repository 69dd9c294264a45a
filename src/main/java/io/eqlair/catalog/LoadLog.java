package io.eqlair.catalog;

import io.eqlair.rule.RuleProblem;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log what became of a load. What was told of the load before is not told again. */
final class LoadLog {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);

    private Set<String> told = Set.of();

    /**
     * Tells of a load.
     *
     * @param skipped how many files hold no rule
     * @param figures how long it took
     */
    void loaded(RuleCatalog catalog, int skipped, String figures) {
        Set<String> telling = new HashSet<>();
        catalog.entries().stream()
                .filter(entry ->
                        entry.state() == RuleState.REJECTED || entry.standing().stale())
                .flatMap(entry -> entry.problems().stream())
                .map(RuleProblem::text)
                .filter(telling::add)
                .filter(text -> !told.contains(text))
                .forEach(text -> LOG.warn("Rejected: {}", text));
        told = telling;
        sumUp(catalog, skipped, figures);
    }

    private static void sumUp(RuleCatalog catalog, int skipped, String figures) {
        Map<RuleState, Long> counts = catalog.counts();
        LOG.info(
                "Rules loaded in {}: {} active, {} disabled, {} rejected, {} unsupported{}; {} other files skipped.",
                figures,
                counts.get(RuleState.ACTIVE),
                counts.get(RuleState.DISABLED),
                counts.get(RuleState.REJECTED),
                counts.get(RuleState.UNSUPPORTED),
                unsupported(catalog),
                skipped);
        if (catalog.rules().rules().isEmpty()) {
            LOG.warn("No rule is active: nothing will be detected.");
        }
    }

    private static String unsupported(RuleCatalog catalog) {
        Map<String, Long> reasons = catalog.entries().stream()
                .filter(entry -> entry.state() == RuleState.UNSUPPORTED)
                .flatMap(entry -> entry.problems().stream())
                .collect(Collectors.groupingBy(RuleProblem::code, TreeMap::new, Collectors.counting()));
        return reasons.isEmpty() ? "" : " " + reasons;
    }
}
