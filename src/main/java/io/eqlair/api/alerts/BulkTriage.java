package io.eqlair.api.alerts;

import io.eqlair.store.AlertFilter;
import io.eqlair.store.AlertPosition;
import io.eqlair.store.TriageChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of several alerts. */
sealed interface BulkTriage {

    TriageChange change();

    /** Of those with some ids. */
    record Named(List<String> ids, TriageChange change) implements BulkTriage {}

    /**
     * Of those that fit.
     *
     * @param after where an earlier call ended; null where it is the first
     */
    record Fitting(AlertFilter filter, @Nullable AlertPosition after, TriageChange change) implements BulkTriage {}
}
