package io.eqlair.api.http;

import io.eqlair.rule.RuleProblem;
import io.eqlair.rule.format.Position;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a rule, and where.
 *
 * @param level {@code error}, or {@code warning} for what does not keep the rule from running
 * @param code stable name of the kind of problem
 * @param wayOut what to do; null where the message says it all
 * @param line from 1; null where it is about the whole file
 * @param column from 1
 */
public record ShownProblem(
        String level,
        String code,
        String message,
        @Nullable String wayOut,
        String file,
        @Nullable Integer line,
        @Nullable Integer column) {

    public static ShownProblem of(RuleProblem problem) {
        Position position = problem.position();
        return new ShownProblem(
                problem.level().text(),
                problem.code(),
                problem.message(),
                problem.wayOut(),
                problem.file(),
                position == null ? null : position.line(),
                position == null ? null : position.column());
    }
}
