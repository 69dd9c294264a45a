package io.eqlair.rule;

import io.eqlair.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a rule file, and where.
 *
 * @param code stable name of the kind of problem, for example {@code rule_severity_unknown}
 * @param message what was found and what was expected
 * @param wayOut what to do, or to paste; null where the message says it all
 * @param file the file or location, as it was named to the reader
 * @param position null when the problem is not at one place, as with a file that cannot be read
 */
public record RuleProblem(
        String code,
        String message,
        @Nullable String wayOut,
        String file,
        @Nullable Position position) {

    static RuleProblem of(Problem problem, String file, @Nullable Position position, Object... args) {
        return new RuleProblem(problem.code(), problem.message(args), problem.wayOut(args), file, position);
    }

    /** For logs and terminals: {@code file:line:column: message}, and the way out on the lines below. */
    public String text() {
        String place = position == null ? file : file + ":" + position;
        String first = place + ": " + message + " [" + code + "]";
        return wayOut == null ? first : first + "\n" + wayOut.indent(2).stripTrailing();
    }
}
