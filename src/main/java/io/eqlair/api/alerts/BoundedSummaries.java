package io.eqlair.api.alerts;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.problem.Problem;
import io.eqlair.store.AlertFilter;
import io.eqlair.store.AlertSummary;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.http.HttpStatus;

/**
 * Counts alerts, for a few callers at a time: each summary may read all alerts, and many at once would leave no connection to lists,
 * streams and sinks. Who comes when there are too many waits a little. Thread-safe.
 */
final class BoundedSummaries {

    private final Function<AlertFilter, AlertSummary> summaries;
    private final int most;
    private final Duration patience;
    private final Semaphore places;

    /**
     * Nobody yet.
     *
     * @param summaries counts the alerts that a filter accepts
     * @param most callers at a time
     * @param patience so long another one waits
     */
    BoundedSummaries(Function<AlertFilter, AlertSummary> summaries, int most, Duration patience) {
        this.summaries = summaries;
        this.most = most;
        this.patience = patience;
        this.places = new Semaphore(most, true);
    }

    AlertSummary of(AlertFilter filter) {
        if (!hasPlace()) {
            throw new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, Problem.SUMMARIES_BUSY, most);
        }
        try {
            return summaries.apply(filter);
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
