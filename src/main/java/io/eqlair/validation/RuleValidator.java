package io.eqlair.validation;

import io.eqlair.catalog.RuleCatalog;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleState;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.problem.Problem;
import io.eqlair.repository.RuleBundle;
import io.eqlair.repository.RuleLoad;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleProblem;
import io.eqlair.rule.format.Position;
import io.eqlair.validation.Validation.ValidatedRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds every problem of rules, and keeps nothing of them. Thread-safe. */
public final class RuleValidator {

    private static final int MOST_PROBLEMS = 100;
    private static final Comparator<Position> PLACES =
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

    private final RuleBundle bundle;
    private final EqlLimits limits;
    private final List<Function<RuleFile.Loaded, List<RuleProblem>>> fileChecks;
    private final List<QueryCheck> queryChecks;

    /**
     * @param seen whether a rule has found a field in some event so far
     * @param more checks of files that are known elsewhere
     */
    public RuleValidator(
            RuleBundle bundle,
            EqlLimits limits,
            Predicate<String> seen,
            List<Function<RuleFile.Loaded, List<RuleProblem>>> more) {
        this.bundle = bundle;
        this.limits = limits;
        this.fileChecks = new ArrayList<>(more);
        this.fileChecks.add(new KeyCheck()::warnings);
        this.fileChecks.add(IndexCheck::warnings);
        this.queryChecks = List.of(
                new SpanCheck(),
                new CategoryCheck(),
                new FieldCheck(EcsFields.read(), seen),
                new ValueCheck(),
                new ConstantCheck(),
                new LeadingWildcardCheck(),
                new LiteralWildcardCheck(),
                new ControlCharacterCheck(),
                new AnchorCheck(),
                new RepeatedMemberCheck());
    }

    /** The problems of all rules in a body, whatever it is; the origin is what it is called in them. */
    public Validation validate(String origin, byte[] content) {
        RuleLoad load = bundle.read(origin, content);
        List<RuleEntry> entries = RuleCatalog.of(load, limits).entries();
        return new Validation(entries.parallelStream().map(this::validated).toList(), load.skipped());
    }

    private ValidatedRule validated(RuleEntry entry) {
        List<RuleProblem> problems = new ArrayList<>(entry.problems());
        RuleFile.Loaded file = entry.file();
        if (file != null) {
            problems.addAll(fileWarnings(file));
        }
        if (file != null && entry.state() != RuleState.REJECTED) { // else the query is wrong
            problems.addAll(queryWarnings(file));
        }
        return new ValidatedRule(entry, inOrder(problems, entry.origin()));
    }

    /** What the author of a rule may not expect of it, in the order of its file; of a rule whose query was found right. */
    public List<RuleProblem> warnings(RuleFile.Loaded file) {
        List<RuleProblem> problems = new ArrayList<>(fileWarnings(file));
        problems.addAll(queryWarnings(file));
        return inOrder(problems, file.origin());
    }

    private List<RuleProblem> fileWarnings(RuleFile.Loaded file) {
        return fileChecks.stream().flatMap(check -> check.apply(file).stream()).toList();
    }

    private List<RuleProblem> queryWarnings(RuleFile.Loaded file) {
        QueryText query = QueryText.of(file, limits);
        return queryChecks.stream()
                .flatMap(check -> check.warnings(query).stream())
                .toList();
    }

    /** Those without a place first, as they are about the whole file; of too many, warnings are left out first. */
    private static List<RuleProblem> inOrder(List<RuleProblem> problems, String origin) {
        List<RuleProblem> sorted = new ArrayList<>(problems.stream()
                .sorted(Comparator.comparing(RuleProblem::level))
                .limit(MOST_PROBLEMS)
                .sorted(Comparator.comparing(RuleProblem::position, Comparator.nullsFirst(PLACES)))
                .toList());
        if (problems.size() > MOST_PROBLEMS) {
            int more = problems.size() - MOST_PROBLEMS;
            sorted.add(RuleProblem.warning(Problem.RULE_PROBLEMS_NOT_SHOWN, origin, null, more));
        }
        return sorted;
    }
}
