package io.eqlair.api.rules;

import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleState;
import io.eqlair.catalog.RuleVersion;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleProblem;
import io.eqlair.validation.RuleValidator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What validation finds in the rules in force. It is looked for when somebody asks, and kept as long as neither the rule
 * changes nor the stream brings fields that it did not have before. Thread-safe.
 */
public final class RuleWarnings {

    private final RuleValidator validator;
    private final DetectionEngine engine;
    private final Map<String, Found> byOrigin = new ConcurrentHashMap<>();

    public RuleWarnings(RuleValidator validator, DetectionEngine engine) {
        this.validator = validator;
        this.engine = engine;
    }

    /** The entry with all that its author may not expect. */
    RuleEntry with(RuleEntry entry) {
        RuleFile.Loaded file = entry.file();
        return file == null || entry.state() == RuleState.REJECTED ? entry : entry.alsoWarned(of(entry, file));
    }

    /** The same without notes, for lists. */
    RuleEntry withoutNotes(RuleEntry entry) {
        RuleFile.Loaded file = entry.file();
        if (file == null || entry.state() == RuleState.REJECTED) {
            return entry;
        }
        return entry.alsoWarned(of(entry, file).stream()
                .filter(problem -> problem.level() != RuleProblem.Level.NOTE)
                .toList());
    }

    private List<RuleProblem> of(RuleEntry entry, RuleFile.Loaded file) {
        String key = RuleVersion.of(entry) + " " + engine.seenFields();
        Found found = byOrigin.get(entry.origin());
        if (found == null || !found.key().equals(key)) {
            found = new Found(key, validator.warnings(file));
            byOrigin.put(entry.origin(), found);
        }
        return found.problems();
    }

    /** What was found in a version of a rule, at a time when so many fields had been seen. */
    private record Found(String key, List<RuleProblem> problems) {}
}
