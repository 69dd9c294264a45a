package io.eqlair.api.preview;

import io.eqlair.alert.Alert;
import io.eqlair.alerting.AlertList;
import io.eqlair.api.http.ShownAlerts;
import io.eqlair.api.http.ShownProblem;
import io.eqlair.catalog.RuleCatalog;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleState;
import io.eqlair.format.AlertFormat;
import io.eqlair.ingest.BatchOutcome;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleProblem;
import io.eqlair.store.Outcome;
import io.eqlair.trial.Trial;
import io.eqlair.trial.TrialSettings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One test of rules. For one thread. */
final class RuleTestRun {

    private final RuleCatalog catalog;
    private final Set<String> switchedOff;
    private final Trial trial;
    private final AlertList alerts;
    private final Map<String, Long> alertsByRule = new HashMap<>();

    /**
     * A test of the rules of a catalog.
     *
     * @param switchedOff the ids of those that run here only
     */
    RuleTestRun(RuleCatalog catalog, Set<String> switchedOff, TrialSettings settings, InstantSource clock) {
        this.catalog = catalog;
        this.switchedOff = switchedOff;
        this.alerts = new AlertList(settings.intake().alerts());
        this.trial = new Trial(catalog, settings, clock, this::raised);
    }

    private void raised(Outcome outcome) {
        alerts.add(outcome);
        if (outcome instanceof Outcome.Stored(Alert alert)) {
            alertsByRule.merge(alert.rule().id(), 1L, Long::sum);
        }
    }

    /** Shows the events of a request to the rules. */
    RuleTestAnswer answer(RuleTestRequest request, AlertFormat format, long startNanos) throws IOException {
        BatchOutcome outcome = trial.take(request.events(), request.envelope());
        trial.end();
        return new RuleTestAnswer(
                (System.nanoTime() - startNanos) / 1_000_000,
                catalog.entries().stream().map(this::tested).toList(),
                outcome.received(),
                outcome.accepted(),
                outcome.rejected(),
                ShownAlerts.of(alerts.listed(), format),
                alerts.suppressed(),
                outcome.errors(),
                alerts.isTruncated(),
                outcome.errorsTruncated());
    }

    private RuleTestAnswer.TestedRule tested(RuleEntry entry) {
        boolean ran = entry.state() == RuleState.ACTIVE;
        return new RuleTestAnswer.TestedRule(
                entry.id(),
                entry.name(),
                entry.state().text(),
                entry.origin(),
                ran ? alertsByRule.getOrDefault(entry.id(), 0L) : 0,
                problems(entry).stream().map(ShownProblem::of).toList());
    }

    private List<RuleProblem> problems(RuleEntry entry) {
        List<RuleProblem> problems = new ArrayList<>(entry.problems());
        if (entry.state() == RuleState.ACTIVE && switchedOff.contains(entry.id())) {
            problems.add(RuleProblem.warning(Problem.RULE_TEST_DISABLED, entry.origin(), null));
        }
        return problems;
    }
}
