package io.eqlair.ingest;

/**
 * How much one request may carry and bring back. Messages quote these.
 *
 * @param bodyBytes of a body, unpacked
 * @param eventBytes of one event
 * @param events in one request
 * @param errors listed in an answer; what is beyond is counted
 * @param alerts listed in an answer; what is beyond is counted
 */
public record IngestLimits(long bodyBytes, int eventBytes, int events, int errors, int alerts) {

    public IngestLimits {
        if (Math.min(bodyBytes, Math.min(Math.min(eventBytes, events), Math.min(errors, alerts))) < 1) {
            throw new IllegalArgumentException("limits must be positive: " + bodyBytes + ", " + eventBytes + ", "
                    + events + ", " + errors + ", " + alerts);
        }
    }
}
