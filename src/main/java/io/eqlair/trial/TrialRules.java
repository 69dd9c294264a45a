package io.eqlair.trial;

import io.eqlair.catalog.RuleCatalog;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleState;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.repository.RuleLoad;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.RuleOverlay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The rules of a trial, picked from wherever they are. All that are in order run, also those that are switched off. */
public final class TrialRules {

    private static final RuleOverlay SWITCHED_ON = new RuleOverlay(true, null, null);

    private final List<RuleFile> files = new ArrayList<>();
    private final Map<RuleId, String> taken = new HashMap<>();
    private final Set<String> switchedOff = new HashSet<>();

    /** Adds a rule file; of two rules with the same id the first stays, and the second is rejected. */
    public void add(RuleFile file) {
        files.add(file instanceof RuleFile.Loaded loaded ? unlessTaken(loaded) : file);
    }

    /** Adds a rule of another catalog, whatever its state is there. */
    public void add(RuleEntry entry) {
        add(file(entry));
    }

    /** All of them, in their order, each with the state it has in the trial: those that run are active. */
    public RuleCatalog catalog(EqlLimits limits) {
        return RuleCatalog.of(new RuleLoad(files, List.of()), limits);
    }

    /** The ids of those that their files switch off, and that run all the same. */
    public Set<String> switchedOff() {
        return Set.copyOf(switchedOff);
    }

    private RuleFile unlessTaken(RuleFile.Loaded file) {
        Rule rule = file.rule();
        String first = taken.putIfAbsent(rule.id(), file.origin());
        if (first != null) {
            return file.refusedAsDuplicate(first);
        }
        noteSwitchedOff(rule);
        return SWITCHED_ON.over(file);
    }

    private void noteSwitchedOff(Rule rule) {
        if (!rule.enabled()) {
            switchedOff.add(rule.id().value());
        }
    }

    private static RuleFile file(RuleEntry entry) {
        if (entry.file() != null) {
            return entry.file();
        }
        return entry.state() == RuleState.UNSUPPORTED
                ? new RuleFile.Unsupported(
                        entry.origin(),
                        entry.id(),
                        entry.name(),
                        Objects.requireNonNullElse(entry.type(), ""),
                        entry.problems().getFirst())
                : new RuleFile.Rejected(entry.origin(), entry.id(), entry.name(), entry.problems());
    }
}
