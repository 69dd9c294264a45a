package io.eqlair.config;

import io.eqlair.problem.Problem;

/** The service cannot be set so, and does not start. */
final class SettingRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient Object[] arguments;

    /**
     * What is wrong.
     *
     * @param arguments of the problem, the property first
     */
    SettingRejected(Problem problem, Object... arguments) {
        super(problem.text(arguments));
        this.problem = problem;
        this.arguments = arguments.clone();
    }

    /** What was found and expected. */
    String found() {
        return problem.message(arguments);
    }

    /** What can be done. */
    String wayOut() {
        return String.valueOf(problem.wayOut(arguments));
    }
}
