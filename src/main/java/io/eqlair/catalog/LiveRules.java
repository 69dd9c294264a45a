package io.eqlair.catalog;

import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.Exemption;
import io.eqlair.engine.RuleDefinition;
import io.eqlair.engine.RuleSet;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.EventRoles;
import io.eqlair.problem.Problem;
import io.eqlair.repository.FetchedRules;
import io.eqlair.repository.RuleSources;
import io.eqlair.repository.SourceStamp;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.RuleOverlay;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules in force: loads them, gives them to the engine, and says whether there are any to rely on. Thread-safe.
 *
 * <p>A load replaces all rules in one step. Sessions that are under way finish on the rules they began with, and what rules
 * of unchanged content remember stays. Rules in quarantine are left out of the set; they stay there over other loads as long
 * as their content is the same.
 */
public final class LiveRules {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);

    private final RuleSources sources;
    private final EqlLimits limits;
    private final DetectionEngine engine;
    private final RuleExemptions exemptions;
    private final Runnable beforeFirstEvent;
    private final LoadLog log = new LoadLog();

    /** Held by whoever prepares other rules, which takes time; nobody who asks for the present ones waits for it. */
    private final ReentrantLock preparing = new ReentrantLock();

    /** What was fetched last. Guarded by the lock. */
    private FetchedRules fetched = FetchedRules.NONE;

    /** What became of it, before quarantine. Guarded by the lock. */
    private List<CheckedFile> files = List.of();

    /** By id and hash of what the rule looks for. Changed under the lock. */
    private final Map<String, CostFinding.Exceeded> quarantined = new ConcurrentHashMap<>();

    private volatile SourceStamp stamp = FetchedRules.NONE.stamp();
    private volatile @Nullable Reload last;

    private @Nullable RuleCatalog catalog;

    /**
     * Nothing is loaded yet, and nothing is exempt from any rule.
     *
     * @param beforeFirstEvent done once the first rules are in force and before any event is shown to them
     */
    public LiveRules(RuleSources sources, EqlLimits limits, DetectionEngine engine, Runnable beforeFirstEvent) {
        this(sources, limits, engine, rule -> List.of(), beforeFirstEvent);
    }

    /**
     * Nothing is loaded yet.
     *
     * @param exemptions asked whenever the rules are compiled
     * @param beforeFirstEvent done once the first rules are in force and before any event is shown to them
     */
    public LiveRules(
            RuleSources sources,
            EqlLimits limits,
            DetectionEngine engine,
            RuleExemptions exemptions,
            Runnable beforeFirstEvent) {
        this.exemptions = exemptions;
        this.sources = sources;
        this.limits = limits;
        this.engine = engine;
        this.beforeFirstEvent = beforeFirstEvent;
    }

    /** Reads everything anew and puts the rules that are in order in force. Should that fail, all goes on as before. */
    public Reload load() {
        return load(sources::fetch);
    }

    /** The same, but of all places only that is read which the API keeps; to be called once all was loaded. */
    Reload loadStored() {
        return load(sources::fetchStored);
    }

    private Reload load(UnaryOperator<FetchedRules> fetch) {
        preparing.lock();
        try {
            Reload done = attempt(fetch, System.nanoTime());
            last = done;
            return done;
        } finally {
            preparing.unlock();
        }
    }

    /** What fails the first load is for the caller: there is nothing to go on with. */
    private Reload attempt(UnaryOperator<FetchedRules> fetch, long start) {
        try {
            return replace(fetch.apply(fetched), start);
        } catch (RuntimeException fault) {
            if (catalog().isEmpty()) {
                throw fault;
            }
            LOG.error("Loading the rules failed; those that were in force go on.", fault);
            return outcome(start, RuleChanges.NONE, Problem.RULES_LOAD_FAILED.text());
        }
    }

    private Reload replace(FetchedRules next, long start) {
        long read = System.nanoTime();
        stamp = next.stamp();
        List<CheckedFile> checked = CheckedFiles.of(next, files, limits);
        long queries = System.nanoTime();
        List<RuleEntry> before = catalog().map(RuleCatalog::entries).orElse(List.of());
        boolean first = catalog().isEmpty();
        quarantined.keySet().retainAll(keys(checked));
        RuleCatalog prepared = prepared(checked);
        long compiled = replace(prepared);
        fetched = next;
        files = checked;
        LoadTimes times = new LoadTimes(read - start, queries - read, compiled - queries);
        Reload done = outcome(start, RuleChanges.between(before, prepared.entries()), null);
        if (!first) {
            log.changed(done.changes());
        }
        log.loaded(prepared, done, first ? times + ", " + HeapUse.afterCollection() : times.toString());
        return done;
    }

    private Reload outcome(long start, RuleChanges changes, @Nullable String failure) {
        List<RuleEntry> entries = catalog().map(RuleCatalog::entries).orElse(List.of());
        List<String> stale = entries.stream()
                .filter(entry -> entry.standing().stale())
                .map(RuleEntry::id)
                .filter(Objects::nonNull)
                .toList();
        return new Reload(
                Instant.now(),
                (System.nanoTime() - start) / 1_000_000,
                catalog().map(RuleCatalog::counts).orElse(Map.of()),
                changes,
                stale,
                fetched.files().skipped(),
                failure);
    }

    /** Goes on without some of the rules; what the others remember stays. */
    void quarantine(Collection<CostFinding.Exceeded> rules) {
        preparing.lock();
        try {
            rules.forEach(rule -> quarantined.put(key(rule.ruleId(), rule.contentHash()), rule));
            long unused = replace(prepared(files));
        } finally {
            preparing.unlock();
        }
    }

    /**
     * Compiles the same rules anew with what is exempt from them now; before the first load there is nothing to do. What the rules
     * remember stays.
     *
     * @return whether that went well; if not, all goes on as before
     */
    public boolean recompile() {
        preparing.lock();
        try {
            if (catalog().isPresent()) {
                long unused = replace(prepared(files));
            }
            return true;
        } catch (RuntimeException fault) {
            LOG.error("Compiling the rules with other exceptions failed; all goes on as before.", fault);
            return false;
        } finally {
            preparing.unlock();
        }
    }

    private RuleCatalog prepared(List<CheckedFile> checked) {
        List<CheckedFile> outside =
                checked.stream().map(this::unlessQuarantined).toList();
        Map<String, List<Exemption>> exempt = exempt(outside);
        return RuleCatalog.of(outside, rules -> RuleSet.of(rules, exempt, EventRoles.ECS));
    }

    /** By the ids of the rules that run. */
    private Map<String, List<Exemption>> exempt(List<CheckedFile> checked) {
        Map<String, List<Exemption>> byId = new HashMap<>();
        for (CheckedFile file : checked) {
            CheckedFile.Active active = file.active();
            if (active != null) {
                byId.put(
                        active.rule().definition().id(),
                        exemptions.of(active.file().rule()));
            }
        }
        return byId;
    }

    private CheckedFile unlessQuarantined(CheckedFile file) {
        CheckedFile.Active active = file.active();
        CostFinding.Exceeded excess =
                active == null ? null : quarantined.get(key(active.rule().definition()));
        return active == null || excess == null ? file : file.quarantined(active.file(), excess);
    }

    private static String key(RuleDefinition rule) {
        return key(rule.id(), rule.contentHash());
    }

    private static String key(String id, String contentHash) {
        return id + " " + contentHash;
    }

    private static Set<String> keys(List<CheckedFile> files) {
        return files.stream()
                .map(CheckedFile::active)
                .filter(Objects::nonNull)
                .map(active -> key(active.rule().definition()))
                .collect(Collectors.toSet());
    }

    /** Lets a rule out of quarantine with the next load. */
    void release(RuleDefinition rule) {
        quarantined.remove(key(rule));
    }

    /** What was set for a rule, whether that is there or not. */
    RuleOverlay overlay(RuleId id) {
        preparing.lock();
        try {
            return fetched.overlays().getOrDefault(id, RuleOverlay.NONE);
        } finally {
            preparing.unlock();
        }
    }

    /** A rule as whoever keeps it has it, without what was set for it; empty where there is none that is in order. */
    Optional<RuleFile.Loaded> asKept(RuleId id) {
        preparing.lock();
        try {
            return files.stream()
                    .map(CheckedFile::kept)
                    .filter(Objects::nonNull)
                    .filter(file -> file.rule().id().equals(id))
                    .findFirst();
        } finally {
            preparing.unlock();
        }
    }

    /** A rule as it is in a file, whether another that was put through the API has taken its place or not. */
    Optional<RuleFile.Loaded> inFile(RuleId id) {
        preparing.lock();
        try {
            return fetched.find(id);
        } finally {
            preparing.unlock();
        }
    }

    /** Whether a rule is in quarantine. */
    boolean isQuarantined(RuleDefinition rule) {
        return quarantined.containsKey(key(rule));
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

    /** How the files looked that were read last. */
    SourceStamp stamp() {
        return stamp;
    }

    /** How the files look now. */
    SourceStamp stampNow() {
        return sources.stamp();
    }

    /** What the last load changed; empty before the first. */
    public Optional<Reload> last() {
        return Optional.ofNullable(last);
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
}
