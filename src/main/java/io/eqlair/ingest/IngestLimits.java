package io.eqlair.ingest;

import io.eqlair.ingest.body.BodyLimits;

/**
 * How much one request may carry and bring back. Messages quote these.
 *
 * @param body how much a body may become
 * @param eventBytes of one event
 * @param events in one request
 * @param errors listed in an answer; what is beyond is counted
 * @param alerts listed in an answer; what is beyond is counted
 */
public record IngestLimits(BodyLimits body, int eventBytes, int events, int errors, int alerts) {

    public IngestLimits {
        if (Math.min(Math.min(eventBytes, events), Math.min(errors, alerts)) < 1) {
            throw new IllegalArgumentException(
                    "limits must be positive: " + eventBytes + ", " + events + ", " + errors + ", " + alerts);
        }
    }

    /** Limits for bodies that grow as bodies usually do. */
    public IngestLimits(long bodyBytes, int eventBytes, int events, int errors, int alerts) {
        this(BodyLimits.of(bodyBytes), eventBytes, events, errors, alerts);
    }

    /** So large a body may be, unpacked. */
    public long bodyBytes() {
        return body.bytes();
    }
}
