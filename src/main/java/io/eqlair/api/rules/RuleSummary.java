package io.eqlair.api.rules;

import io.eqlair.api.http.ShownProblem;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.rule.Rule;
import io.eqlair.rule.Threat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A rule in a list of rules.
 *
 * @param id null where the file has none
 * @param name likewise
 * @param type for example {@code eql}; null where the file could not be read so far, as is all that follows the reason
 * @param state {@code active}, {@code disabled}, {@code rejected} or {@code unsupported}
 * @param reason why it is not active; null when it is
 * @param severity {@code low}, {@code medium}, {@code high} or {@code critical}
 * @param riskScore from 0 to 100
 * @param origin its file, or {@code classpath:} and its name
 * @param source {@code file}, or {@code api} for a rule that was put through it
 * @param stale whether an older version of its file runs, as the file is not in order now
 * @param overlay what was set beside its file; null where nothing was
 * @param cost null for a rule that does not run
 * @param evidence likewise
 * @param problems all that is wrong with it; of an active rule, what its author may not expect
 */
record RuleSummary(
        @Nullable String id,
        @Nullable String name,
        @Nullable String type,
        String state,
        @Nullable String reason,
        @Nullable String severity,
        @Nullable Integer riskScore,
        List<String> tags,
        List<Threat> threat,
        String origin,
        String source,
        boolean stale,
        @Nullable ShownOverlay overlay,
        @Nullable ShownCost cost,
        @Nullable ShownEvidence evidence,
        List<ShownProblem> problems) {

    static RuleSummary of(RuleEntry entry, RuleFigures figures) {
        Rule rule = entry.rule();
        return new RuleSummary(
                entry.id(),
                entry.name(),
                entry.type(),
                entry.state().text(),
                entry.reason(),
                rule == null ? null : rule.severity().text(),
                rule == null ? null : rule.riskScore(),
                rule == null ? List.of() : rule.text().tags(),
                rule == null ? List.of() : rule.threat(),
                entry.origin(),
                entry.standing().source().name().toLowerCase(Locale.ROOT),
                entry.standing().stale(),
                ShownOverlay.of(entry.standing().overlay()),
                figures.cost(entry),
                figures.evidence(entry),
                entry.problems().stream().map(ShownProblem::of).toList());
    }
}
