package io.eqlair.api.otlp;

import io.eqlair.ingest.BatchOutcome;
import io.eqlair.ingest.EventError;
import io.eqlair.ingest.otlp.LogDocuments;
import io.eqlair.ingest.otlp.RefusedRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of the records of a request.
 *
 * @param rejected how many were not evaluated
 * @param reasons the first of them, in the order of the records; as many at most as an answer lists
 */
record LogsOutcome(int rejected, List<RefusedRecord> reasons) {

    private static final int SHOWN = 3;

    /** Of documents that were evaluated. */
    static LogsOutcome of(LogDocuments documents, BatchOutcome events) {
        List<RefusedRecord> reasons = new ArrayList<>(documents.refused());
        for (EventError error : events.errors()) {
            reasons.add(new RefusedRecord(documents.record(error.position()), error.code(), error.message()));
        }
        reasons.sort(Comparator.comparingInt(RefusedRecord::position));
        return new LogsOutcome(documents.refused().size() + events.rejected(), reasons);
    }

    /** Where there was no document. */
    static LogsOutcome of(LogDocuments documents) {
        return new LogsOutcome(documents.refused().size(), documents.refused());
    }

    /** The first few reasons: {@code record 4: The event is …; and 12 more}. Empty if all is well. */
    String message() {
        String first = reasons.stream()
                .limit(SHOWN)
                .map(reason -> "record " + reason.position() + ": " + reason.message())
                .collect(Collectors.joining("; "));
        return rejected > SHOWN ? first + "; and " + (rejected - SHOWN) + " more" : first;
    }
}
