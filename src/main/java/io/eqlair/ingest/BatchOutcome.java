package io.eqlair.ingest;

import io.eqlair.alert.Alert;
import java.util.List;

/**
 * What became of one body.
 *
 * @param received documents in it: those accepted and those rejected
 * @param alerts in the order of the events that raised them
 * @param knownAlerts the ids of those among them that had been stored before
 * @param suppressed detections that were counted on an alert instead of becoming one
 * @param cappedRules the ids of rules that would have raised more alerts than their {@code max_signals}, if that counts
 * @param errors in the order of the documents
 * @param alertsTruncated whether there were more alerts than are listed
 * @param errorsTruncated whether there were more errors than are listed
 */
public record BatchOutcome(
        int received,
        int accepted,
        int rejected,
        List<Alert> alerts,
        List<String> knownAlerts,
        int suppressed,
        List<String> cappedRules,
        List<EventError> errors,
        boolean alertsTruncated,
        boolean errorsTruncated) {}
