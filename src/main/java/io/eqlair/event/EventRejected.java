package io.eqlair.event;

import io.eqlair.problem.Problem;

/** A document cannot be read as an event. The message says why and where, for its sender; where in our code is of no interest. */
public final class EventRejected extends Exception {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final long offset;
    private final String reason;

    public EventRejected(Problem problem, Object... arguments) {
        super(problem.text(arguments), null, false, false);
        this.problem = problem;
        this.offset = 0;
        this.reason = problem.message(arguments);
    }

    private EventRejected(long offset, String reason) {
        super(Problem.EVENT_NOT_JSON.text(offset, reason), null, false, false);
        this.problem = Problem.EVENT_NOT_JSON;
        this.offset = offset;
        this.reason = reason;
    }

    /** The document is not JSON, which shows at the byte with the offset. */
    static EventRejected notJson(long offset, String reason) {
        return new EventRejected(offset, reason);
    }

    /** What kind of problem it is. */
    public Problem problem() {
        return problem;
    }

    /** The stable code, such as {@code event_not_json}. */
    public String code() {
        return problem.code();
    }

    /** The byte of the document, from 0, at which it shows. */
    public long offset() {
        return offset;
    }

    /** What was found, without the place and the way out. */
    public String reason() {
        return reason;
    }
}
