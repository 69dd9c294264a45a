package io.eqlair.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eqlair.alert.Alert;
import io.eqlair.ingest.BatchOutcome;
import io.eqlair.ingest.EventError;
import java.util.List;

/**
 * What became of a body of events.
 *
 * @param tookMs milliseconds from the first byte to the last alert
 * @param received events in the body: those accepted and those rejected
 * @param alerts what the rules detected
 * @param knownAlerts there only if there are any: the ids of those alerts that had been stored before, when the same events came
 * @param suppressed there only if there are any: detections that were counted on an alert instead of becoming one
 * @param cappedRules there only if there are any: the ids of rules that would have raised more alerts than their `max_signals`,
 *     where that counts
 * @param errors the events that were rejected
 * @param alertsTruncated there only if true: more alerts were raised than are listed
 * @param errorsTruncated there only if true: more events were rejected than are listed
 */
record EventsAnswer(
        long tookMs,
        int received,
        int accepted,
        int rejected,
        List<Alert> alerts,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> knownAlerts,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int suppressed,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> cappedRules,
        List<EventError> errors,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean alertsTruncated,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean errorsTruncated) {

    static EventsAnswer of(BatchOutcome outcome, long tookMs) {
        return new EventsAnswer(
                tookMs,
                outcome.received(),
                outcome.accepted(),
                outcome.rejected(),
                outcome.alerts(),
                outcome.knownAlerts(),
                outcome.suppressed(),
                outcome.cappedRules(),
                outcome.errors(),
                outcome.alertsTruncated(),
                outcome.errorsTruncated());
    }
}
