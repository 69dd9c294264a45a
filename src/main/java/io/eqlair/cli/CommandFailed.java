package io.eqlair.cli;

import io.eqlair.problem.Problem;

/** A command cannot go on. The message says why, for whoever called it. */
final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailed(Problem problem, Object... arguments) {
        super(problem.text(arguments));
    }
}
