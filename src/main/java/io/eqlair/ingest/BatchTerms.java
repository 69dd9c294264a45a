package io.eqlair.ingest;

import java.util.function.IntConsumer;

/**
 * How a body of events is to be taken.
 *
 * @param alerts whether the outcome is to have them; they are stored in any case
 * @param lines whether the sender says that it has put an event on each line: if there is but one, and that is bad, the body is a batch
 *     with a bad event like others. A shipper whose first event is bad would send it for ever
 * @param counted is told how many events were taken, also where the body is refused on the way
 */
public record BatchTerms(boolean alerts, boolean lines, IntConsumer counted) {

    /** Alerts are wanted, and nobody counts. */
    public static final BatchTerms USUAL = new BatchTerms(true, false, events -> {});
}
