package io.eqlair.eql.pattern;

import io.eqlair.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A regular expression that is not well formed or asks for too much, with what its author can do about it. */
public final class PatternError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Problem problem;
    private final @Nullable String pattern;
    private final int position;
    private final @Nullable String wayOut;

    PatternError(Problem problem, @Nullable String pattern, int position, Object... arguments) {
        super(problem.message(arguments), null, false, false);
        this.problem = problem;
        this.pattern = pattern;
        this.position = position;
        this.wayOut = problem.wayOut(arguments);
    }

    /** The kind of problem; the message of this exception is its text. */
    public Problem problem() {
        return problem;
    }

    /** Which pattern of a list; null if all of them together ask for too much. */
    public @Nullable String pattern() {
        return pattern;
    }

    /** Where in the pattern, in UTF-16 units from 0; -1 if not known. */
    public int position() {
        return position;
    }

    /** What the author can do, or null where there is no general advice. */
    public @Nullable String wayOut() {
        return wayOut;
    }
}
