package io.eqlair.rule;

import io.eqlair.problem.Problem;
import io.eqlair.rule.format.Position;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a rule file, or that its author may not expect, and where.
 *
 * @param level whether it keeps the rule from running
 * @param code stable name of the kind of problem, for example {@code rule_severity_unknown}
 * @param message what was found and what was expected
 * @param wayOut what to do, or to paste; null where the message says it all
 * @param file the file or location, as it was named to the reader
 * @param position null when the problem is not at one place, as with a file that cannot be read
 */
public record RuleProblem(
        Level level,
        String code,
        String message,
        @Nullable String wayOut,
        String file,
        @Nullable Position position) {

    /** How much a problem matters. */
    public enum Level {
        /** The rule does not run. */
        ERROR,
        /** The rule runs, perhaps not as its author thinks. */
        WARNING,
        /** The rule runs as its author thinks; here is something worth knowing. */
        NOTE;

        /** The word in answers: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An error of a kind, with its texts filled in. */
    public static RuleProblem of(Problem problem, String file, @Nullable Position position, Object... args) {
        return of(Level.ERROR, problem, file, position, args);
    }

    /** A warning of a kind, with its texts filled in. */
    public static RuleProblem warning(Problem problem, String file, @Nullable Position position, Object... args) {
        return of(Level.WARNING, problem, file, position, args);
    }

    /** A note of a kind, with its texts filled in. */
    public static RuleProblem note(Problem problem, String file, @Nullable Position position, Object... args) {
        return of(Level.NOTE, problem, file, position, args);
    }

    private static RuleProblem of(
            Level level, Problem problem, String file, @Nullable Position position, Object... args) {
        return new RuleProblem(level, problem.code(), problem.message(args), problem.wayOut(args), file, position);
    }

    /** For logs and terminals: {@code file:line:column: message}, and the way out on the lines below. */
    public String text() {
        String first = place() + ": " + message + " [" + code + "]";
        return wayOut == null ? first : first + "\n" + wayOut.indent(2).stripTrailing();
    }

    /** The name of a rule in an export ends with its line, which is not said twice. */
    private String place() {
        if (position == null) {
            return file;
        }
        boolean said = file.endsWith(":" + position.line());
        return file + ":" + (said ? position.column() : position);
    }
}
