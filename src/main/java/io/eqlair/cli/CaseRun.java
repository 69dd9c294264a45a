package io.eqlair.cli;

import io.eqlair.catalog.RuleCatalog;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleState;
import io.eqlair.engine.EngineSettings;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.Envelope;
import io.eqlair.event.EventLimits;
import io.eqlair.ingest.BatchOutcome;
import io.eqlair.ingest.EvaluationThreads;
import io.eqlair.ingest.EventError;
import io.eqlair.ingest.IngestLimits;
import io.eqlair.ingest.body.BodyLimits;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleProblem;
import io.eqlair.store.Outcome;
import io.eqlair.trial.Trial;
import io.eqlair.trial.TrialRules;
import io.eqlair.trial.TrialSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs cases, each by itself. For one thread. */
final class CaseRun {

    private static final IngestLimits LIMITS =
            new IngestLimits(BodyLimits.NONE, EventLimits.DEFAULT.bytes(), Integer.MAX_VALUE, 1, 1);

    private final TrialSettings settings = new TrialSettings(EngineSettings.DEFAULT, LIMITS, new EvaluationThreads(0));
    private final RuleCatalog rules;
    private final Set<String> named = new HashSet<>();

    /** Ids of rejected rules that a case has told of. */
    private final Set<String> told = new HashSet<>();

    CaseRun(RuleCatalog rules) {
        this.rules = rules;
    }

    /** Runs one case; whatever is wrong with it is a result. */
    CaseResult run(Path file) {
        long start = System.nanoTime();
        TestCase testCase;
        try {
            testCase = CaseReader.read(file);
        } catch (CaseRejected rejected) {
            return broken(file, file.getFileName().toString(), "", start, rejected);
        }
        String rule = rules.find(testCase.ruleId()).map(RuleEntry::name).orElse(testCase.ruleId());
        try {
            CaseResult.Outcome outcome = outcome(testCase);
            return new CaseResult(file.toString(), testCase.name(), rule, System.nanoTime() - start, outcome);
        } catch (CaseRejected rejected) {
            return broken(file, testCase.name(), rule, start, rejected);
        }
    }

    /** What is wrong with rules that no case was for: a pipeline that passes is not to let them through. */
    List<CaseResult> rejectedRules() {
        return rules.entries().stream()
                .filter(entry -> entry.state() == RuleState.REJECTED && !told.contains(String.valueOf(entry.id())))
                .map(CaseRun::rejected)
                .toList();
    }

    private static CaseResult rejected(RuleEntry entry) {
        String text = entry.problems().stream().map(RuleProblem::text).collect(Collectors.joining("\n"));
        String name = entry.name() == null ? "" : entry.name();
        return new CaseResult(
                entry.origin(), Problem.CASE_RULE_REJECTED.message(), name, 0, new CaseResult.Outcome.Broken(text));
    }

    /** The ids of the rules that a case was run for. */
    Set<String> named() {
        return named;
    }

    private static CaseResult broken(Path file, String name, String rule, long start, CaseRejected why) {
        String text = String.valueOf(why.getMessage());
        return new CaseResult(
                file.toString(), name, rule, System.nanoTime() - start, new CaseResult.Outcome.Broken(text));
    }

    private CaseResult.Outcome outcome(TestCase testCase) throws CaseRejected {
        RuleCatalog rule = rule(testCase.ruleId());
        long found = alerts(testCase, rule);
        return found == testCase.alerts()
                ? new CaseResult.Outcome.Passed()
                : new CaseResult.Outcome.Failed(CaseFailure.text(testCase, found, rule));
    }

    /** A catalog of the case's rule alone. */
    private RuleCatalog rule(String id) throws CaseRejected {
        RuleEntry entry = rules.find(id).orElseThrow(() -> new CaseRejected(Problem.CASE_RULE_MISSING, id));
        if (entry.state() != RuleState.ACTIVE) {
            told.add(String.valueOf(entry.id()));
            String problem = entry.problems().isEmpty()
                    ? Objects.requireNonNullElse(entry.reason(), "")
                    : entry.problems().getFirst().text();
            throw new CaseRejected(
                    Problem.CASE_RULE_NOT_ACTIVE,
                    String.valueOf(entry.name()),
                    entry.state().text(),
                    problem);
        }
        named.add(String.valueOf(entry.id()));
        TrialRules alone = new TrialRules();
        alone.add(entry);
        return alone.catalog(EqlLimits.DEFAULT);
    }

    private long alerts(TestCase testCase, RuleCatalog rule) throws CaseRejected {
        long[] alerts = {0};
        Trial trial = new Trial(rule, settings, InstantSource.system(), outcome -> {
            alerts[0] += outcome instanceof Outcome.Stored ? 1 : 0;
        });
        Envelope envelope = testCase.index() == null ? Envelope.NONE : new Envelope(testCase.index(), null);
        try (EventInput events = new EventInput(testCase.events().open())) {
            check(trial.take(events.body(), envelope));
        } catch (BodyRejected rejected) {
            throw rejected.problem() == Problem.BODY_EMPTY
                    ? new CaseRejected(Problem.CASE_EVENTS_NONE)
                    : new CaseRejected(Problem.CASE_EVENTS, String.valueOf(rejected.getMessage()));
        } catch (IOException unreadable) {
            throw new CaseRejected(Problem.CASE_EVENTS, CaseReader.reason(unreadable));
        }
        trial.end();
        return alerts[0];
    }

    private static void check(BatchOutcome outcome) throws CaseRejected {
        if (outcome.rejected() > 0) {
            EventError first = outcome.errors().getFirst();
            throw new CaseRejected(Problem.CASE_EVENT, first.position() + 1, first.message());
        }
        if (outcome.received() == 0) {
            throw new CaseRejected(Problem.CASE_EVENTS_NONE);
        }
    }
}
