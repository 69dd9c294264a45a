package io.eqlair.event;

import io.eqlair.problem.Problem;

/** A document cannot be read as an event. The message says why and where, for its sender. */
public final class EventRejected extends Exception {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    public EventRejected(Problem problem, Object... arguments) {
        super(problem.text(arguments));
        this.problem = problem;
    }

    /** The stable code, such as {@code event_not_json}. */
    public String code() {
        return problem.code();
    }
}
