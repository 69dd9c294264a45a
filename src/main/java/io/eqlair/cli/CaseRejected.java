package io.eqlair.cli;

import io.eqlair.problem.Problem;

/** A case cannot be run as it is. The message says why, for its author. */
final class CaseRejected extends Exception {

    private static final long serialVersionUID = 1L;

    CaseRejected(Problem problem, Object... arguments) {
        super(problem.text(arguments));
    }
}
