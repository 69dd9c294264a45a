package io.eqlair.catalog;

import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.RuleSet;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.EventRoles;
import io.eqlair.problem.Problem;
import io.eqlair.repository.RuleLoad;
import io.eqlair.repository.RuleLocations;
import io.eqlair.rule.RuleProblem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules in force: loads them, gives them to the engine, and says whether there are any to rely on. Thread-safe.
 *
 * <p>Rules in quarantine are left out of the set. They stay there over other loads as long as their content is the same.
 */
public final class LiveRules {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);

    private final RuleLocations locations;
    private final EqlLimits limits;
    private final DetectionEngine engine;
    private final Runnable beforeFirstEvent;

    /** Held by whoever prepares other rules, which takes time; nobody who asks for the present ones waits for it. */
    private final ReentrantLock preparing = new ReentrantLock();

    /** What the last load found, before quarantine. Guarded by the lock. */
    private List<CheckedFile> files = List.of();

    /** By the hash of the rule's content. Changed under the lock. */
    private final Map<String, CostFinding.Exceeded> quarantined = new ConcurrentHashMap<>();

    private @Nullable RuleCatalog catalog;

    /**
     * Nothing is loaded yet.
     *
     * @param beforeFirstEvent done once the first rules are in force and before any event is shown to them
     */
    public LiveRules(RuleLocations locations, EqlLimits limits, DetectionEngine engine, Runnable beforeFirstEvent) {
        this.locations = locations;
        this.limits = limits;
        this.engine = engine;
        this.beforeFirstEvent = beforeFirstEvent;
    }

    /** Reads all locations anew and puts the rules that are in order in force. */
    public void load() {
        preparing.lock();
        try {
            long start = System.nanoTime();
            RuleLoad load = locations.load();
            long read = System.nanoTime();
            files = CheckedFile.all(load, limits);
            quarantined.keySet().retainAll(hashes(files));
            long checked = System.nanoTime();
            RuleCatalog next = prepared();
            boolean first = catalog().isEmpty();
            long compiled = replace(next);
            LoadTimes times = new LoadTimes(read - start, checked - read, compiled - checked);
            log(next, load.skipped().size(), first ? times + ", " + HeapUse.afterCollection() : times.toString());
        } finally {
            preparing.unlock();
        }
    }

    /** Goes on without some of the rules; what the others remember stays. */
    void quarantine(Collection<CostFinding.Exceeded> rules) {
        preparing.lock();
        try {
            rules.forEach(rule -> quarantined.put(rule.contentHash(), rule));
            replace(prepared());
        } finally {
            preparing.unlock();
        }
    }

    private RuleCatalog prepared() {
        List<CheckedFile> outside = files.stream().map(this::unlessQuarantined).toList();
        return RuleCatalog.of(outside, rules -> RuleSet.of(rules, EventRoles.ECS));
    }

    private CheckedFile unlessQuarantined(CheckedFile file) {
        CheckedFile.Active active = file.active();
        CostFinding.Exceeded excess = active == null ? null : quarantined.get(active.contentHash());
        return active == null || excess == null ? file : CheckedFile.quarantined(active.file(), excess);
    }

    private static Set<String> hashes(List<CheckedFile> files) {
        return files.stream()
                .map(CheckedFile::active)
                .filter(Objects::nonNull)
                .map(CheckedFile.Active::contentHash)
                .collect(Collectors.toSet());
    }

    /** How many rules are in quarantine. */
    int quarantined() {
        return quarantined.size();
    }

    /** Returns when the rules were in the engine, by {@link System#nanoTime}. */
    private synchronized long replace(RuleCatalog next) {
        engine.replace(next.rules());
        long inEngine = System.nanoTime();
        if (catalog == null) {
            beforeFirstEvent.run();
        }
        catalog = next;
        return inEngine;
    }

    /** The rules of the last load; empty before the first one is done. */
    public synchronized Optional<RuleCatalog> catalog() {
        return Optional.ofNullable(catalog);
    }

    /** A session of the engine and the catalog with the rules it runs; empty as long as {@link #obstacle} says why. */
    public synchronized Optional<RuleSession> open() {
        return catalog == null || catalog.unreadable()
                ? Optional.empty()
                : Optional.of(new RuleSession(catalog, engine.session()));
    }

    /** Why no events can be taken; empty when they can. */
    public synchronized Optional<Problem> obstacle() {
        if (catalog == null) {
            return Optional.of(Problem.RULES_LOADING);
        }
        return catalog.unreadable() ? Optional.of(Problem.RULES_UNREADABLE) : Optional.empty();
    }

    private static void log(RuleCatalog catalog, int skipped, String figures) {
        catalog.entries().stream()
                .filter(entry -> entry.state() == RuleState.REJECTED)
                .flatMap(entry -> entry.problems().stream())
                .forEach(problem -> LOG.warn("Rejected: {}", problem.text()));
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
