package io.eqlair.ingest.body;

import io.eqlair.event.EventRejected;
import io.eqlair.problem.Problem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A body as a whole cannot be taken. The message says why, for its sender. */
public final class BodyRejected extends IOException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient @Nullable BodyPlace place;

    public BodyRejected(Problem problem, Object... arguments) {
        super(problem.text(arguments));
        this.problem = problem;
        this.place = null;
    }

    private BodyRejected(BodyPlace place, String reason) {
        super(Problem.BODY_NOT_JSON.text(place.line(), place.offset(), reason));
        this.problem = Problem.BODY_NOT_JSON;
        this.place = place;
    }

    /** What stands at a place is not JSON, for the given reason. */
    public static BodyRejected notJson(BodyPlace place, String reason) {
        return new BodyRejected(place, reason);
    }

    private BodyRejected(EventRejected why) {
        super(why.getMessage());
        this.problem = why.problem();
        this.place = null;
    }

    /** A body that is to be one document cannot be read as an event. */
    public static BodyRejected ofDocument(byte[] document, EventRejected why) {
        if (why.problem() != Problem.EVENT_NOT_JSON) {
            return new BodyRejected(why);
        }
        int line = 1 + RefusedDocument.of(document, why).linesBefore();
        return notJson(new BodyPlace(line, why.offset()), why.reason());
    }

    /** What kind of problem it is; gives the stable code. */
    public Problem problem() {
        return problem;
    }

    /** Where it is; null where it is not about a place. */
    public @Nullable BodyPlace place() {
        return place;
    }
}
