package io.eqlair.api.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.store.AlertFilter;
import io.eqlair.store.AlertSummary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BoundedSummariesTest {

    private static final AlertSummary NOTHING =
            new AlertSummary(0, List.of(), Map.of(), Map.of(), List.of(), List.of(), false, false);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void oneMoreThanMayIsRefusedUntilAnotherIsDone() throws Exception {
        BoundedSummaries summaries = new BoundedSummaries(this::slow, 1, Duration.ofMillis(20));
        try (ExecutorService others = Executors.newSingleThreadExecutor()) {
            Future<AlertSummary> other = others.submit(() -> summaries.of(AlertFilter.ALL));
            begun.await();
            assertThatThrownBy(() -> summaries.of(AlertFilter.ALL))
                    .isInstanceOf(ApiProblem.class)
                    .hasMessageContaining("1 summaries of alerts are being made");
            end.countDown();
            assertThat(other.get()).isSameAs(NOTHING);
        }
        assertThat(summaries.of(AlertFilter.ALL)).isSameAs(NOTHING);
    }

    @Test
    void oneThatFailsLeavesItsPlace() {
        BoundedSummaries summaries = new BoundedSummaries(
                filter -> {
                    throw new IllegalStateException("gone");
                },
                1,
                Duration.ZERO);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> summaries.of(AlertFilter.ALL)).isInstanceOf(IllegalStateException.class);
        }
    }

    private AlertSummary slow(AlertFilter filter) {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return NOTHING;
    }
}
