package io.eqlair.api.preview;

import io.eqlair.api.http.ShownProblem;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.repository.Skipped;
import io.eqlair.rule.RuleProblem;
import io.eqlair.validation.Validation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in rules.
 *
 * @param valid whether there are rules, and no errors
 * @param errors what is wrong with rules, in all of them; that a type is not run here is none
 * @param warnings what authors may not expect
 * @param rules in the order of their files
 * @param skipped files and lines that hold no rule, and why
 */
record ValidationAnswer(boolean valid, long errors, long warnings, List<ValidatedEntry> rules, List<Skipped> skipped) {

    static ValidationAnswer of(Validation validation) {
        long errors = validation.count(RuleProblem.Level.ERROR);
        return new ValidationAnswer(
                errors == 0 && !validation.rules().isEmpty(),
                errors,
                validation.count(RuleProblem.Level.WARNING),
                validation.rules().stream().map(ValidatedEntry::of).toList(),
                validation.skipped());
    }

    /**
     * One rule, as far as its file could be read.
     *
     * @param state what would become of it if it were loaded
     * @param origin where it stands in the body
     * @param problems errors and warnings in the order of the file
     */
    record ValidatedEntry(
            @Nullable String id,
            @Nullable String name,
            @Nullable String type,
            String state,
            String origin,
            List<ShownProblem> problems) {

        static ValidatedEntry of(Validation.ValidatedRule rule) {
            RuleEntry entry = rule.entry();
            return new ValidatedEntry(
                    entry.id(),
                    entry.name(),
                    entry.type(),
                    entry.state().text(),
                    entry.origin(),
                    rule.problems().stream().map(ShownProblem::of).toList());
        }
    }
}
