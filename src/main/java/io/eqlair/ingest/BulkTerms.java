package io.eqlair.ingest;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How a bulk request is to be taken.
 *
 * @param index of actions that name none
 * @param ids whether the outcome is to have the ids of events that were sent without, which must be computed
 * @param alerts whether it is to have the alerts; they are stored in any case
 * @param counted is told how many events were taken, also where the body is refused on the way
 */
public record BulkTerms(@Nullable String index, boolean ids, boolean alerts, IntConsumer counted) {

    BatchTerms batch() {
        return new BatchTerms(alerts, true, counted);
    }
}
