package io.eqlair.api.rules;

import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleState;
import io.eqlair.catalog.RuleVersion;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleProblem;
import io.eqlair.rule.format.LocatedText;
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
        return entry.alsoWarned(of(entry));
    }

    /** The same without notes, for lists. */
    RuleEntry withoutNotes(RuleEntry entry) {
        return entry.alsoWarned(of(entry).stream()
                .filter(problem -> problem.level() != RuleProblem.Level.NOTE)
                .toList());
    }

    /** Nothing of a rule that is not in order: what is wrong with it comes first. */
    private List<RuleProblem> of(RuleEntry entry) {
        RuleFile.Loaded file = entry.file();
        if (file == null || entry.state() == RuleState.REJECTED) {
            return List.of();
        }
        String key = RuleVersion.of(entry) + " " + engine.seenFields();
        Found found = byOrigin.get(entry.origin());
        if (found == null || found.text() != file.text() || !found.key().equals(key)) {
            found = new Found(key, file.text(), validator.warnings(file));
            byOrigin.put(entry.origin(), found);
        }
        return found.problems();
    }

    /**
     * What was found in a rule.
     *
     * @param key its version, and how many fields had been seen
     * @param text that it was read from: places change with every line of a comment
     */
    private record Found(String key, LocatedText text, List<RuleProblem> problems) {}
}
