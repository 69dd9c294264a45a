package io.eqlair.catalog;

import io.eqlair.engine.CheckedRule;
import io.eqlair.eql.source.Diagnostic;
import io.eqlair.eql.source.EqlException;
import io.eqlair.problem.Problem;
import io.eqlair.repository.RuleLoad;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleProblem;
import io.eqlair.rule.format.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A rule file whose query has been checked.
 *
 * @param entry what there is to say of it
 * @param active the rule that runs, null unless it does
 * @param kept the file as whoever keeps it has it, without what was set beside it; null unless it is in order and its own
 *     rule counts, be it switched off
 */
record CheckedFile(RuleEntry entry, @Nullable Active active, RuleFile.@Nullable Loaded kept) {

    private static final Logger LOG = LoggerFactory.getLogger(CheckedFile.class);

    /** A rule that runs, and its file. */
    record Active(RuleFile.Loaded file, CheckedRule rule) {}

    /** Checks all queries of a load, each by itself: on all cores, in the order of the files. */
    static List<CheckedFile> all(RuleLoad load, QueryChecks checks) {
        return load.files().parallelStream().map(file -> of(file, checks)).toList();
    }

    static CheckedFile of(RuleFile file, QueryChecks checks) {
        return switch (file) {
            case RuleFile.Loaded loaded -> of(loaded, Standing.OF_FILE, checks);
            case RuleFile.Rejected rejected -> new CheckedFile(RuleEntry.of(rejected), null, null);
            case RuleFile.Unsupported unsupported -> new CheckedFile(RuleEntry.of(unsupported), null, null);
        };
    }

    /** Checks a rule of some standing: what was set beside its file is laid over it. */
    static CheckedFile of(RuleFile.Loaded kept, Standing standing, QueryChecks checks) {
        CheckedFile checked = checked(standing.overlay().over(kept), checks);
        boolean inOrder = checked.entry.state() != RuleState.REJECTED;
        return new CheckedFile(checked.entry.with(standing), checked.active, inOrder ? kept : null);
    }

    private static CheckedFile checked(RuleFile.Loaded file, QueryChecks checks) {
        try {
            CheckedRule rule = checks.check(RuleDefinitions.of(file.rule()));
            return file.rule().enabled() ? active(file, rule) : disabled(file);
        } catch (EqlException e) {
            return new CheckedFile(RuleEntry.refused(RuleState.REJECTED, file, problems(e, file)), null, null);
        } catch (RuntimeException | StackOverflowError bug) {
            return broken(file, bug);
        }
    }

    private static CheckedFile active(RuleFile.Loaded file, CheckedRule rule) {
        List<RuleProblem> warnings = rule.warnings().stream()
                .map(warning -> RuleProblem.warning(
                        warning, file.origin(), file.queryPlace().at(0)))
                .toList();
        return new CheckedFile(RuleEntry.active(file, warnings), new Active(file, rule), file);
    }

    private static CheckedFile disabled(RuleFile.Loaded file) {
        return new CheckedFile(RuleEntry.disabled(file, Problem.RULE_DISABLED.message()), null, file);
    }

    /** The same file with a rule that does not run, because of what it costs. */
    CheckedFile quarantined(RuleFile.Loaded file, CostFinding.Exceeded excess) {
        return stopped(file, problem(Problem.RULE_QUARANTINED, file, excess.arguments()));
    }

    /** The same file with a rule that does not run, because another with its id was put through the API. */
    CheckedFile overridden(RuleFile.Loaded file) {
        return stopped(file, problem(Problem.RULE_OVERRIDDEN, file));
    }

    private CheckedFile stopped(RuleFile.Loaded file, RuleProblem problem) {
        RuleEntry stopped = RuleEntry.refused(RuleState.DISABLED, file, List.of(problem));
        return new CheckedFile(stopped.with(entry.standing()), null, null);
    }

    /** A rule that Eqlair fails at, through a fault of its own. */
    static CheckedFile broken(RuleFile.Loaded file, Throwable bug) {
        LOG.error("Compiling the rule {} of {} failed.", file.rule().id(), file.origin(), bug);
        List<RuleProblem> problems = List.of(problem(Problem.RULE_INTERNAL_ERROR, file));
        return new CheckedFile(RuleEntry.refused(RuleState.REJECTED, file, problems), null, null);
    }

    /** The same, of another standing. */
    CheckedFile with(Standing standing) {
        return new CheckedFile(entry.with(standing), active, kept);
    }

    /** The same rule, which goes on though its file is no longer in order. */
    CheckedFile stale(List<RuleProblem> wrongNow) {
        return new CheckedFile(entry.stale(wrongNow), active, kept);
    }

    private static RuleProblem problem(Problem problem, RuleFile.Loaded file, Object... arguments) {
        return RuleProblem.of(problem, file.origin(), file.queryPlace().at(0), arguments);
    }

    private static List<RuleProblem> problems(EqlException refusal, RuleFile.Loaded file) {
        return refusal.diagnostics().stream()
                .map(diagnostic -> problem(diagnostic, file))
                .toList();
    }

    private static RuleProblem problem(Diagnostic diagnostic, RuleFile.Loaded file) {
        Position position = file.queryPlace().at(diagnostic.span().start());
        return new RuleProblem(
                RuleProblem.Level.ERROR,
                diagnostic.code(),
                diagnostic.message(),
                diagnostic.wayOut(),
                file.origin(),
                position);
    }
}
