package io.eqlair.rule;

import io.eqlair.problem.Problem;
import io.eqlair.rule.format.LocatedText;
import io.eqlair.rule.format.Notation;
import io.eqlair.rule.format.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Collects the problems of one file, while it is read. */
final class RuleFindings {

    private static final int LONGEST_QUOTE = 120;
    private static final int MOST_PROBLEMS = 100;

    private final String origin;
    private final LocatedText text;
    private final List<RuleProblem> problems = new ArrayList<>();

    RuleFindings(String origin, LocatedText text) {
        this.origin = origin;
        this.text = text;
    }

    /** How the file is written. */
    Notation notation() {
        return text.notation();
    }

    /** Records a problem with the value at a path. */
    void add(String path, Problem problem, Object... args) {
        problems.add(problem(path, problem, args));
    }

    RuleProblem problem(String path, Problem problem, Object... args) {
        return RuleProblem.of(
                problem,
                origin,
                text.places().of(path),
                Arrays.stream(args).map(RuleFindings::clipped).toArray());
    }

    private static Object clipped(Object arg) {
        return arg instanceof String text && text.length() > LONGEST_QUOTE
                ? text.substring(0, LONGEST_QUOTE) + "…"
                : arg;
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** The problems in the order of the file, those without a place first; beyond a number that anybody reads, a count. */
    List<RuleProblem> inOrder() {
        Comparator<Position> order = Comparator.comparingInt(Position::line).thenComparingInt(Position::column);
        List<RuleProblem> sorted = problems.stream()
                .sorted(Comparator.comparing(RuleProblem::position, Comparator.nullsFirst(order)))
                .limit(MOST_PROBLEMS)
                .collect(Collectors.toCollection(ArrayList::new));
        if (problems.size() > MOST_PROBLEMS) {
            sorted.add(RuleProblem.of(Problem.RULE_PROBLEMS_NOT_SHOWN, origin, null, problems.size() - MOST_PROBLEMS));
        }
        return sorted;
    }
}
