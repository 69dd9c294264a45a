package io.eqlair.api.otlp;

import io.eqlair.ingest.BatchOutcome;
import io.eqlair.ingest.otlp.Refusals;
import io.eqlair.ingest.otlp.RefusedRecord;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of the records of a request.
 *
 * @param rejected how many were not evaluated
 * @param reasons the first few of them, in the order of the records
 */
record LogsOutcome(int rejected, List<RefusedRecord> reasons) {

    private static final int SHOWN = 3;

    /** Of records that became no document, and of documents that were evaluated. */
    static LogsOutcome of(Refusals refusals, BatchOutcome events) {
        Stream<RefusedRecord> rejected = events.errors().stream()
                .limit(SHOWN)
                .map(error -> new RefusedRecord(refusals.record(error.position()), error.code(), error.message()));
        List<RefusedRecord> first = Stream.concat(refusals.first().stream(), rejected)
                .sorted(Comparator.comparingInt(RefusedRecord::position))
                .limit(SHOWN)
                .toList();
        return new LogsOutcome(refusals.count() + events.rejected(), first);
    }

    /** Where there was no document. */
    static LogsOutcome of(Refusals refusals) {
        return new LogsOutcome(refusals.count(), refusals.first());
    }

    /** The first few reasons: {@code Record 4: The event is …. And 12 more.}. Empty if all is well. */
    String message() {
        String first = reasons.stream()
                .map(reason -> "Record " + reason.position() + ": " + reason.message())
                .collect(Collectors.joining(" "));
        return rejected > SHOWN ? first + " And " + (rejected - SHOWN) + " more." : first;
    }
}
