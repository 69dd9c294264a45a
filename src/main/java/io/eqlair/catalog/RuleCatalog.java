package io.eqlair.catalog;

import io.eqlair.engine.CheckedRule;
import io.eqlair.engine.RuleSet;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.AlertIndex;
import io.eqlair.event.EventRoles;
import io.eqlair.problem.Problem;
import io.eqlair.repository.RuleLoad;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All rule files of one load, each with its state, and the active ones ready for the engine. Immutable. */
public final class RuleCatalog {

    /** What keeps a location as a whole from being read. */
    private static final Set<String> LOCATION_PROBLEMS =
            Set.of(Problem.RULE_LOCATION_MISSING.code(), Problem.RULE_FILE_UNREADABLE.code());

    private final List<RuleEntry> entries;
    private final RuleSet rules;
    private final boolean readsAlerts;
    private final Map<String, RuleEntry> byId = new HashMap<>();

    private RuleCatalog(List<CheckedFile> files, RuleSet rules) {
        this.entries = files.stream().map(CheckedFile::entry).toList();
        this.rules = rules;
        this.readsAlerts = rules.rules().stream()
                .flatMap(rule -> rule.definition().indexPatterns().stream())
                .anyMatch(AlertIndex::isMeantBy);
        this.entries.stream().filter(entry -> entry.state() == RuleState.ACTIVE).forEach(this::index);
        this.entries.stream()
                .filter(entry -> entry.state() != RuleState.REJECTED)
                .forEach(this::index);
        this.entries.forEach(this::index);
    }

    private void index(RuleEntry entry) {
        if (entry.id() != null) {
            byId.putIfAbsent(key(entry.id()), entry);
        }
    }

    /** Checks and compiles what was loaded, for itself: nothing of it is put in force. */
    public static RuleCatalog of(RuleLoad load, EqlLimits limits) {
        return of(CheckedFile.all(load, QueryChecks.with(limits)), rules -> RuleSet.of(rules, EventRoles.ECS));
    }

    /**
     * Compiles the rules that are in order, all together. Should that fail, each is tried alone, and one that cannot be
     * compiled is rejected and stops no other.
     */
    static RuleCatalog of(List<CheckedFile> files, Function<List<CheckedRule>, RuleSet> compiler) {
        try {
            return new RuleCatalog(files, compiler.apply(active(files)));
        } catch (RuntimeException | StackOverflowError bug) {
            List<CheckedFile> compilable =
                    files.stream().map(file -> unlessBroken(file, compiler)).toList();
            return new RuleCatalog(compilable, compiler.apply(active(compilable)));
        }
    }

    private static CheckedFile unlessBroken(CheckedFile file, Function<List<CheckedRule>, RuleSet> compiler) {
        CheckedFile.Active active = file.active();
        if (active == null) {
            return file;
        }
        try {
            RuleSet unused = compiler.apply(List.of(active.rule()));
            return file;
        } catch (RuntimeException | StackOverflowError bug) {
            return CheckedFile.broken(active.file(), bug).with(file.entry().standing());
        }
    }

    private static List<CheckedRule> active(List<CheckedFile> files) {
        return files.stream()
                .map(CheckedFile::active)
                .filter(Objects::nonNull)
                .map(CheckedFile.Active::rule)
                .toList();
    }

    /** All rules, in the order of their files. */
    public List<RuleEntry> entries() {
        return entries;
    }

    /** The rules that events are shown to. */
    public RuleSet rules() {
        return rules;
    }

    /** Whether some of them are about alerts. */
    public boolean readsAlerts() {
        return readsAlerts;
    }

    /** The rule with an id, in either case; of several the one that runs, or else one that is in order. */
    public Optional<RuleEntry> find(String id) {
        return Optional.ofNullable(byId.get(key(id)));
    }

    /** How many rules are in each state; every state is there. */
    public Map<RuleState, Long> counts() {
        Map<RuleState, Long> counts = new EnumMap<>(RuleState.class);
        for (RuleState state : RuleState.values()) {
            counts.put(
                    state,
                    entries.stream().filter(entry -> entry.state() == state).count());
        }
        return counts;
    }

    /** Whether there is nothing here but locations that could not be read. */
    public boolean unreadable() {
        return !entries.isEmpty() && entries.stream().allMatch(RuleCatalog::isUnreadable);
    }

    private static boolean isUnreadable(RuleEntry entry) {
        return entry.state() == RuleState.REJECTED
                && entry.problems().stream().anyMatch(problem -> LOCATION_PROBLEMS.contains(problem.code()));
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
