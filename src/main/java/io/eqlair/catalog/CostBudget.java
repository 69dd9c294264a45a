package io.eqlair.catalog;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may cost, and what becomes of one that costs more.
 *
 * @param nanos for an average event; infinite where a rule may cost anything
 * @param span over how many events the cost is averaged
 * @param quarantine whether a rule that costs more stops running; else it is only told
 */
public record CostBudget(double nanos, int span, boolean quarantine) {

    /** Rules may cost anything. */
    public static final CostBudget NONE = new CostBudget(Double.POSITIVE_INFINITY, 10_000, false);

    public CostBudget {
        if (!(nanos > 0)) {
            throw new IllegalArgumentException("cost budget must be positive: " + nanos);
        }
        if (span < 1) {
            throw new IllegalArgumentException("events before a cost is judged must be at least 1: " + span);
        }
    }

    /**
     * A budget as it is set.
     *
     * @param perEvent for an average event; null or nothing where a rule may cost anything
     */
    public static CostBudget of(@Nullable Duration perEvent, int span, boolean quarantine) {
        double nanos = perEvent == null || perEvent.isZero() ? NONE.nanos : perEvent.toNanos();
        return new CostBudget(nanos, span, quarantine);
    }

    /** A cost for people: {@code 850 ns}, {@code 20.0 µs}, {@code 1.5 ms}. */
    static String text(double nanos) {
        if (nanos < 1e3) {
            return String.format(Locale.ROOT, "%.0f ns", nanos);
        }
        return nanos < 1e6
                ? String.format(Locale.ROOT, "%.1f µs", nanos / 1e3)
                : String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }
}
