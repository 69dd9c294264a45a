package io.eqlair.rule;

import io.eqlair.engine.CheckedRule;
import io.eqlair.engine.RuleDefinition;
import io.eqlair.engine.RuleSet;
import io.eqlair.eql.source.Diagnostic;
import io.eqlair.eql.source.EqlException;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.EventRoles;
import io.eqlair.problem.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All rule files of one load, each with its state, and the active ones ready for the engine. Immutable. */
public final class RuleCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(RuleCatalog.class);

    /** What keeps a location as a whole from being read. */
    private static final Set<String> LOCATION_PROBLEMS =
            Set.of(Problem.RULE_LOCATION_MISSING.code(), Problem.RULE_FILE_UNREADABLE.code());

    private final List<RuleEntry> entries;
    private final List<CheckedRule> active;
    private final Map<String, RuleEntry> byId = new HashMap<>();

    private RuleCatalog(List<RuleEntry> entries, List<CheckedRule> active) {
        this.entries = List.copyOf(entries);
        this.active = List.copyOf(active);
        this.entries.stream().filter(entry -> entry.rule() != null).forEach(this::index);
        this.entries.forEach(this::index);
    }

    private void index(RuleEntry entry) {
        if (entry.id() != null) {
            byId.putIfAbsent(key(entry.id()), entry);
        }
    }

    /** Compiles the rules of a load. One that is wrong is kept with its problems and stops no other. */
    public static RuleCatalog of(RuleLoad load, EqlLimits limits) {
        List<RuleEntry> entries = new ArrayList<>();
        List<CheckedRule> active = new ArrayList<>();
        for (RuleFile file : load.files()) {
            entries.add(
                    switch (file) {
                        case RuleFile.Loaded loaded -> compile(loaded, limits, active);
                        case RuleFile.Rejected rejected -> RuleEntry.of(rejected);
                        case RuleFile.Unsupported unsupported -> RuleEntry.of(unsupported);
                    });
        }
        return new RuleCatalog(entries, active);
    }

    /** All rules, in the order of their files. */
    public List<RuleEntry> entries() {
        return entries;
    }

    /** The rules that events are shown to. */
    public List<CheckedRule> active() {
        return active;
    }

    /** The rule with an id, in either case; of several the one whose file is in order. */
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
        return entry.problems().stream().anyMatch(problem -> LOCATION_PROBLEMS.contains(problem.code()));
    }

    private static RuleEntry compile(RuleFile.Loaded file, EqlLimits limits, List<CheckedRule> active) {
        try {
            CheckedRule checked = CheckedRule.of(definition(file.rule()), limits);
            RuleSet.of(List.of(checked), EventRoles.ECS); // so that a rule that cannot be compiled shows here, alone
            return file.rule().enabled() ? activated(file, checked, active) : disabled(file);
        } catch (EqlException e) {
            return RuleEntry.refused(RuleState.REJECTED, file, problems(e, file));
        } catch (RuntimeException | StackOverflowError bug) {
            LOG.error("Compiling the rule {} of {} failed.", file.rule().id(), file.origin(), bug);
            return RuleEntry.refused(RuleState.REJECTED, file, List.of(problem(Problem.RULE_INTERNAL_ERROR, file)));
        }
    }

    private static RuleEntry activated(RuleFile.Loaded file, CheckedRule checked, List<CheckedRule> active) {
        active.add(checked);
        List<RuleProblem> warnings = checked.warnings().stream()
                .map(warning -> problem(warning, file))
                .toList();
        return RuleEntry.active(file, warnings);
    }

    private static RuleEntry disabled(RuleFile.Loaded file) {
        return RuleEntry.disabled(file, Problem.RULE_DISABLED.message());
    }

    private static RuleDefinition definition(Rule rule) {
        RuleQuery query = rule.query();
        EventRoles roles = new EventRoles(
                orElse(query.timestampField(), EventRoles.ECS.timestamp()),
                orElse(query.tiebreakerField(), EventRoles.ECS.tiebreaker()),
                orElse(query.eventCategoryOverride(), EventRoles.ECS.category()));
        return new RuleDefinition(rule.id().value(), rule.contentHash(), query.text(), query.index(), roles);
    }

    private static String orElse(@Nullable String value, String usual) {
        return value == null ? usual : value;
    }

    private static RuleProblem problem(Problem problem, RuleFile.Loaded file) {
        return RuleProblem.of(problem, file.origin(), file.queryPlace().at(0));
    }

    private static List<RuleProblem> problems(EqlException refusal, RuleFile.Loaded file) {
        return refusal.diagnostics().stream()
                .map(diagnostic -> problem(diagnostic, file))
                .toList();
    }

    private static RuleProblem problem(Diagnostic diagnostic, RuleFile.Loaded file) {
        Position position = file.queryPlace().at(diagnostic.span().start());
        return new RuleProblem(diagnostic.code(), diagnostic.message(), diagnostic.wayOut(), file.origin(), position);
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
