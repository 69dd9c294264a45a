package io.eqlair.ingest;

import io.eqlair.engine.Finding;
import io.eqlair.event.Event;
import io.eqlair.event.EventRejected;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Takes what became of documents by themselves, in their order. */
interface Verdicts {

    /** An event was evaluated; null where it matches nothing. The event is valid during the call only. */
    void evaluated(Event event, @Nullable Finding finding) throws BodyRejected;

    /** A document is no event. */
    void refused(byte[] document, EventRejected why) throws BodyRejected;

    /** A document was refused before it was complete. */
    void refused(Problem problem, Object... arguments) throws BodyRejected;

    /** An event could not be evaluated, through no fault of its own. */
    void failed(Throwable fault) throws BodyRejected;
}
