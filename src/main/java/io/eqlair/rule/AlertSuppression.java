package io.eqlair.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts Kibana would make one of. Kept for display: a stream has no runs whose alerts could be counted together.
 *
 * @param groupBy fields whose values the alerts have in common; not empty
 * @param duration how long; null for as long as one run
 * @param missingFieldsStrategy {@code suppress} or {@code doNotSuppress} alerts whose events lack such a field
 */
public record AlertSuppression(
        List<String> groupBy, @Nullable Window duration, String missingFieldsStrategy) {

    static final List<String> UNITS = List.of("s", "m", "h");
    static final List<String> STRATEGIES = List.of("suppress", "doNotSuppress");

    public AlertSuppression {
        groupBy = List.copyOf(groupBy);
    }

    /**
     * A time, for example 6 h.
     *
     * @param value at least 1
     * @param unit {@code s}, {@code m} or {@code h}
     */
    public record Window(int value, String unit) {}
}
