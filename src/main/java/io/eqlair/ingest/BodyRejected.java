package io.eqlair.ingest;

import io.eqlair.problem.Problem;
import java.io.IOException;

/** A body as a whole cannot be taken. The message says why, for its sender. */
public final class BodyRejected extends IOException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    public BodyRejected(Problem problem, Object... arguments) {
        super(problem.text(arguments));
        this.problem = problem;
    }

    /** What kind of problem it is; gives the stable code. */
    public Problem problem() {
        return problem;
    }
}
