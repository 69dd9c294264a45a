package io.eqlair.catalog;

import io.eqlair.rule.RuleProblem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log what became of a load. What was told of the load before is not told again. */
final class LoadLog {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);

    private static final int MOST_LISTED = 100;

    private Set<String> told = Set.of();

    /**
     * Tells of a load.
     *
     * @param figures how long it took
     */
    void loaded(RuleCatalog catalog, Reload reload, String figures) {
        Map<String, Integer> stale = new TreeMap<>();
        Set<String> telling = new TreeSet<>();
        for (RuleEntry entry : catalog.entries()) {
            Stream<String> texts = entry.problems().stream()
                    .filter(problem -> problem.level() == RuleProblem.Level.ERROR)
                    .map(RuleProblem::text);
            if (entry.standing().stale()) {
                texts.forEach(text -> stale.merge(text, 1, Integer::sum));
            } else if (entry.state() == RuleState.REJECTED) {
                texts.forEach(text -> telling.add("Rejected: " + text));
            }
        }
        stale.forEach((text, rules) -> telling.add(
                (rules == 1 ? "A rule goes on as it was before: " : rules + " rules go on as they were before: ")
                        + text));
        telling.stream().filter(text -> !told.contains(text)).forEach(LOG::warn);
        told = telling;
        sumUp(catalog, reload.skipped().size(), figures);
    }

    /** Tells which rules run now and did not before, and the like. */
    void changed(RuleChanges changes) {
        if (!changes.isEmpty()) {
            LOG.info(
                    "Rules added: {}; changed: {}; removed: {}.",
                    listed(changes.added()),
                    listed(changes.changed()),
                    listed(changes.removed()));
        }
    }

    private static String listed(List<String> ids) {
        String first = ids.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
        return ids.isEmpty()
                ? "none"
                : ids.size() > MOST_LISTED ? first + " and " + (ids.size() - MOST_LISTED) + " more" : first;
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
