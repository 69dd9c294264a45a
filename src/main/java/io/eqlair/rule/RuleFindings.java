package io.eqlair.rule;

import io.eqlair.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one file, while it is read. */
final class RuleFindings {

    private final String origin;
    private final TomlPlaces places;
    private final List<RuleProblem> problems = new ArrayList<>();

    RuleFindings(String origin, TomlPlaces places) {
        this.origin = origin;
        this.places = places;
    }

    /** Records a problem with the value at a path. */
    void add(String path, Problem problem, Object... args) {
        problems.add(problem(path, problem, args));
    }

    RuleProblem problem(String path, Problem problem, Object... args) {
        return RuleProblem.of(problem, origin, places.of(path), args);
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** The problems in the order of the file; those without a place come first. */
    List<RuleProblem> inOrder() {
        Comparator<Position> order = Comparator.comparingInt(Position::line).thenComparingInt(Position::column);
        return problems.stream()
                .sorted(Comparator.comparing(RuleProblem::position, Comparator.nullsFirst(order)))
                .toList();
    }
}
